// The library, from writing an episode to reading every part of it back.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { podcast, record, said } from './record.ts';

let folder: string;
let library: Library;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'library-'));
  library = await openLibrary(join(folder, 'library.db'), { access: 'write' });
});
afterEach(async () => {
  await library.close();
  rmSync(folder, { recursive: true });
});

const everything = { offset: 0, limit: 100 };

describe('an episode on the shelf', () => {
  test('comes back as it was, with all its facts', async () => {
    const facts = {
      publishedAt: '2020-08-15',
      number: 3,
      season: 1,
      link: 'https://harbour.example.org/3',
      audio: 'https://harbour.example.org/3.mp3',
      audioLocked: true as const,
      links: { youtube: 'https://youtu.be/abcdefghijk' },
      image: 'https://harbour.example.org/3.png',
      description: 'Tide tables.',
      people: [{ name: 'Mira Sand', role: 'host', aliases: ['M. Sand'] }],
      durationSeconds: 1234.5,
    };
    const given = record('e3', said('Mira Sand', 'Hello there.', 'Good night.'), facts);
    await library.shelve(given);
    expect(await library.episode('e3')).toEqual({
      podcast,
      episode: given.episode,
      segments: 2,
      speakers: [{ id: 'mira sand', name: 'Mira Sand' }],
    });
  });

  test('gives each segment its place, its times and its exact words', async () => {
    const text = '“Jadi-” … 👨‍👩‍👧 he said,\u00a0twice.';
    await library.shelve(
      record('e1', [
        { text: 'An introduction.' },
        { speaker: 'Mira Sand', startSeconds: 0, endSeconds: 4.25, timing: 'exact', text },
      ]),
    );
    const placed = await library.segment('e1.1');
    expect(placed?.segment).toEqual({
      id: 'e1.1',
      episodeId: 'e1',
      index: 1,
      speaker: { id: 'mira sand', name: 'Mira Sand' },
      startSeconds: 0,
      endSeconds: 4.25,
      timing: 'exact',
      text,
    });
    expect((await library.segment('e1.0'))?.segment).toEqual({
      id: 'e1.0',
      episodeId: 'e1',
      index: 0,
      text: 'An introduction.',
    });
  });

  test.each(['', 'e1', 'e1.', 'e1.9', 'e1.x', '.0', 'e9.0', 'e1.0.0', "'; drop table segment; --.0"])(
    'answers nothing for the segment id %j',
    async (id) => {
      await library.shelve(record('e1', said('Mira Sand', 'Hello there.')));
      expect(await library.segment(id)).toBeUndefined();
      expect(await library.exchange(id, 2, 2)).toEqual([]);
    },
  );

  test('shows the exchange around a segment, as far as the episode goes', async () => {
    await library.shelve(record('e1', said('Mira Sand', 'a', 'b', 'c', 'd', 'e')));
    const exchange = async (id: string, before: number, after: number) =>
      (await library.exchange(id, before, after)).map((segment) => segment.text).join('');
    expect(await exchange('e1.2', 1, 1)).toBe('bcd');
    expect(await exchange('e1.0', 5, 1)).toBe('ab');
    expect(await exchange('e1.4', 0, 9)).toBe('e');
  });
});

describe('lists', () => {
  test('episodes stand newest first, undated ones last and in the order of their numbers', async () => {
    await library.shelve(record('a', [], { publishedAt: '2020-08' }));
    await library.shelve(record('b', [], { publishedAt: '2021' }));
    await library.shelve(record('c', [], { publishedAt: '2020-08-15' }));
    await library.shelve(record('d', [], { source: 'harbour-lights/ep 2.vtt' }));
    await library.shelve(record('e', [], { source: 'harbour-lights/ep 10.vtt' }));
    const { items, total } = await library.episodes({}, everything);
    expect(items.map((entry) => entry.episode.id)).toEqual(['b', 'c', 'a', 'e', 'd']);
    expect(total).toBe(5);
    const page = await library.episodes({}, { offset: 1, limit: 2 });
    expect(page.items.map((entry) => entry.episode.id)).toEqual(['c', 'a']);
    expect(page.total).toBe(5);
  });

  test('episodes can be asked for by id, in an order, by podcast and by speaker', async () => {
    const other = { id: 'other', title: 'Other' };
    await library.shelve(record('a', said('Mira Sand', 'One.')));
    await library.shelve(record('b', said('Jon Reed', 'Two.')));
    await library.shelve(record('c', said('Jon Reed', 'Three.'), {}, { podcast: other }));
    const ids = async (filter: Parameters<Library['episodes']>[0]) =>
      (await library.episodes(filter, everything)).items.map((entry) => entry.episode.id).join('');
    expect(await ids({ ids: ['b', 'nowhere', 'a'] })).toBe('ba');
    expect(await ids({ ids: [] })).toBe('');
    expect(await ids({ podcastId: 'other' })).toBe('c');
    expect(await ids({ speakerId: 'jon reed', podcastId: podcast.id })).toBe('b');
    expect(await ids({ speakerId: 'nobody' })).toBe('');
    expect(await library.podcasts()).toEqual([podcast, other]);
  });

  test('speakers stand by how much they said, with where and when', async () => {
    await library.shelve(record('a', said('Jon Reed', 'One.', 'Two words.'), { publishedAt: '2020-08' }));
    await library.shelve(
      record('b', [...said('Mira Sand', 'Far more words than Jon.'), ...said('Jon Reed', 'Me.')], {
        publishedAt: '2019',
      }),
    );
    expect(await library.speakers(everything)).toEqual({
      total: 2,
      items: [
        {
          speaker: { id: 'mira sand', name: 'Mira Sand' },
          episodes: 1,
          segments: 1,
          words: 5,
          firstHeard: '2019',
          lastHeard: '2019',
        },
        {
          speaker: { id: 'jon reed', name: 'Jon Reed' },
          episodes: 2,
          segments: 3,
          words: 4,
          firstHeard: '2019',
          lastHeard: '2020-08',
        },
      ],
    });
    expect((await library.speaker('jon reed'))?.words).toBe(4);
    expect(await library.speaker('nobody')).toBeUndefined();
    expect(await library.stats()).toMatchObject({ podcasts: 1, episodes: 2, speakers: 2, segments: 4 });
    expect((await library.stats()).bytes).toBeGreaterThan(4096);
  });
});

describe('one speaker, however the name is written', () => {
  test('is called as it is written most often, also after an episode went', async () => {
    await library.shelve(record('a', [...said('JOSÉ Flood:', 'a', 'b'), ...said('Jose  Flood, PhD', 'c')]));
    await library.shelve(record('b', said('José Flood', 'd', 'e', 'f')));
    const names = async () => (await library.speakers(everything)).items.map((entry) => entry.speaker.name);
    expect(await names()).toEqual(['José Flood']);
    await library.remove(['b']);
    expect(await names()).toEqual(['JOSÉ Flood']);
    await library.remove(['a', 'nowhere']);
    expect(await library.stats()).toMatchObject({ podcasts: 0, episodes: 0, speakers: 0, segments: 0 });
  });
});

test('a label is nobody: shown on what is said, but neither listed nor counted among the speakers', async () => {
  await library.shelve(record('a', [...said('Speaker 1', 'One.'), ...said('Mira Sand', 'Two.')]));
  expect((await library.segment('a.0'))?.segment.speaker?.name).toBe('Speaker 1');
  expect((await library.speakers(everything)).items.map((entry) => entry.speaker.name)).toEqual(['Mira Sand']);
  expect(await library.speaker('speaker 1')).toBeUndefined();
  expect(await library.stats()).toMatchObject({ speakers: 1 });
});

describe('replacing', () => {
  test('puts the new episode in the place of the old one, whole', async () => {
    await library.shelve(record('a', [...said('Mira Sand', 'old one', 'old two'), ...said('Jon Reed', 'old three')]));
    await library.shelve(record('b', said('Mira Sand', 'untouched')));
    await library.shelve(record('a', said('Mira Sand', 'new one'), { title: 'New' }, { contentHash: 'new' }));
    expect((await library.exchange('a.0', 9, 9)).map((segment) => segment.text)).toEqual(['new one']);
    expect((await library.episode('a'))?.episode.title).toBe('New');
    const common = { podcastId: podcast.id, origin: '/podcasts/harbour-lights' };
    expect(await library.shelved()).toEqual([
      { ...common, episodeId: 'a', source: 'harbour-lights/a.vtt', contentHash: 'new' },
      { ...common, episodeId: 'b', source: 'harbour-lights/b.vtt', contentHash: 'hash of b' },
    ]);
    expect(await library.stats()).toMatchObject({ episodes: 2, speakers: 1, segments: 2 });
  });

  test('leaves the old episode as it was when the new one cannot be written', async () => {
    await library.shelve(record('a', said('Mira Sand', 'old one', 'old two')));
    const broken = [...said('Mira Sand', 'new one'), { text: 'x', startSeconds: 3 }];
    await expect(library.shelve(record('a', broken, { title: 'New' }))).rejects.toThrow(/CHECK/);
    expect((await library.exchange('a.0', 9, 9)).map((segment) => segment.text)).toEqual(['old one', 'old two']);
    expect((await library.episode('a'))?.episode.title).toBe('Episode a');
  });
});

describe('a segment by chance', () => {
  test('is any one that fits, and none where none fits', async () => {
    await library.shelve(record('a', said('Mira Sand', 'short', 'a much longer passage', 'another long passage')));
    await library.shelve(record('b', said('Jon Reed', 'the longest passage of them all')));
    const drawn = async (filter: Parameters<Library['randomSegment']>[0]) => {
      const ids = new Set<string>();
      for (let draw = 0; draw < 60; draw++) ids.add((await library.randomSegment(filter))?.segment.id ?? 'none');
      return [...ids].sort();
    };
    expect(await drawn({})).toEqual(['a.0', 'a.1', 'a.2', 'b.0']);
    expect(await drawn({ leastCharacters: 10, speakerIds: ['mira sand'] })).toEqual(['a.1', 'a.2']);
    expect(await drawn({ episodeIds: ['b'], podcastIds: [podcast.id] })).toEqual(['b.0']);
    expect(await drawn({ leastCharacters: 10, speakerIds: ['mira sand', 'jon reed'] })).toEqual(['a.1', 'a.2', 'b.0']);
    // Not every two of them go together.
    expect(await drawn({ episodeIds: ['b'], speakerIds: ['mira sand', 'jon reed'] })).toEqual(['b.0']);
    expect(await drawn({ leastCharacters: 1000 })).toEqual(['none']);
  });
});

describe('state', () => {
  const soon = new Date(Date.now() + 60_000);
  const past = new Date(Date.now() - 1);

  test('is kept until its moment, and replaced when put again', async () => {
    const value = { command: 'quote', options: { words: 'tiktok', page: 2 } };
    await library.putState([
      { key: 'a', value, expiresAt: soon },
      { key: 'b', value: 'gone', expiresAt: past },
    ]);
    expect(await library.getState('a')).toEqual(value);
    expect(await library.getState('b')).toBeUndefined();
    await library.putState([{ key: 'a', value: null, expiresAt: soon }]);
    expect(await library.getState('a')).toBeNull();
    await library.pruneState(new Date(soon.getTime() + 1));
    expect(await library.getState('a')).toBeUndefined();
  });

  test('is claimed once, apart from what is put under the same key', async () => {
    await library.putState([{ key: 'share', value: 1, expiresAt: soon }]);
    const claims = await Promise.all([1, 2, 3].map(() => library.claimState('share', soon)));
    expect(claims).toEqual([true, false, false]);
    expect(await library.claimState('expired', past)).toBe(true);
    expect(await library.claimState('expired', soon)).toBe(true);
    expect(await library.claimState('expired', soon)).toBe(false);
  });
});

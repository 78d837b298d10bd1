// Which podcasts and episodes stand in a folder, and what is known of them before any transcript is read.
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPodcasts, isFileGone } from '../../src/sources/folder.ts';
import { makeFolder, writeFiles } from '../support/folder.ts';

/** `podcast: its episodes' paths`, as found at a path. */
async function shelf(path: string): Promise<Record<string, string[]>> {
  const { sources } = await findPodcasts(path);
  return Object.fromEntries(sources.map((source) => [source.name, source.episodes.map((episode) => episode.path)]));
}

describe('a folder of podcast folders', () => {
  test('is one podcast a folder, its episodes in natural order, papers and pictures passed over', async () => {
    const folder = makeFolder({
      LICENSE: 'x',
      'README.md': '**Ann:** not an episode',
      'a/ep 10.srt': 'x',
      'a/ep 2.srt': 'x',
      'a/README.de.md': 'x',
      'a/cover.jpg': 'x',
      'a/.hidden.srt': 'x',
      'a/ep 3.info.json': '{}',
      'a/.git/ep.srt': 'x',
      'b/security-now-9.txt': 'x',
      'b/changelog-1.md': 'x',
      'empty/notes.log': 'x',
    });
    expect(await shelf(folder)).toEqual({
      a: ['ep 2.srt', 'ep 10.srt'],
      b: ['changelog-1.md', 'security-now-9.txt'],
    });
  });

  test('has the same podcasts and paths from wherever it is opened', async () => {
    const folder = makeFolder({
      'show/podcast.json': { title: 'The Show' },
      'show/season 1/ep1.srt': 'x',
      'show/season 2/ep1.srt': 'x',
      'show/spin-off/podcast.json': { title: 'The Other Show' },
      'show/spin-off/ep1.srt': 'x',
      'loose/ep1.srt': 'x',
      'loose/deeper/ep1.srt': 'x',
    });
    const all = {
      show: ['season 1/ep1.srt', 'season 2/ep1.srt'],
      'spin-off': ['ep1.srt'],
      loose: ['ep1.srt'],
      deeper: ['ep1.srt'],
    };
    expect(await shelf(folder)).toEqual(all);
    expect(await shelf(join(folder, 'show'))).toEqual({ show: all.show, 'spin-off': all['spin-off'] });
    expect(await shelf(join(folder, 'show/season 2'))).toEqual({ show: ['season 2/ep1.srt'] });
    expect(await shelf(join(folder, 'show/season 2/ep1.srt'))).toEqual({ show: ['season 2/ep1.srt'] });
    expect(await shelf(join(folder, 'loose/deeper'))).toEqual({ deeper: ['ep1.srt'] });
  });

  test('is walked once where links lead back up, and told of links that lead nowhere', async () => {
    const folder = makeFolder({ 'a/ep1.srt': 'x' });
    symlinkSync(folder, join(folder, 'a/up'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'a/ep2.srt'));
    symlinkSync('ep3.srt', join(folder, 'a/ep3.srt'));
    expect(await shelf(folder)).toEqual({ a: ['ep1.srt'] });
    const { problems } = await findPodcasts(folder);
    expect(problems.map(({ file }) => relative(folder, file ?? ''))).toEqual(['a/ep2.srt', 'a/ep3.srt']);
  });
});

test('links that lead above the named folder are not followed, and those to folders elsewhere are', async () => {
  const folder = makeFolder({ 'a/x/ep1.srt': 'x', 'b/ep2.srt': 'x', 'c/ep3.srt': 'x' });
  symlinkSync(folder, join(folder, 'a/up'));
  symlinkSync(join(folder, 'c'), join(folder, 'a/elsewhere'));
  expect(await shelf(join(folder, 'a'))).toEqual({ elsewhere: ['ep3.srt'], x: ['ep1.srt'] });
});

describe('a path', () => {
  test.each([
    ['that is not there', (folder: string) => join(folder, 'nowhere'), 'missing', /not there/],
    ['below a file', (folder: string) => join(folder, 'ep1.srt/ep2.srt'), 'missing', /not there/],
    [
      'with a name too long to be one',
      (folder: string) => join(folder, 'x'.repeat(5000)),
      'unreadable',
      /cannot be read/,
    ],
  ])('%s is told', async (_what, path, code, message) => {
    const folder = makeFolder({ 'ep1.srt': 'x' });
    await expect(findPodcasts(path(folder))).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  test('to one file reads it whatever it is called', async () => {
    const folder = makeFolder({ 'README.md': '**Ann:** hello' });
    const { sources } = await findPodcasts(join(folder, 'README.md'));
    expect(await sources[0]?.episodes[0]?.offers[0]?.load()).toBe('**Ann:** hello');
  });
});

describe('what is known of an episode', () => {
  const facts = async (folder: string) => {
    const { sources } = await findPodcasts(folder);
    return Object.fromEntries(
      sources.flatMap(({ episodes }) => episodes.map(({ path, facts, fallback }) => [path, { ...facts, fallback }])),
    );
  };

  test('is what podcast.json states, under the file it names', async () => {
    const entry = {
      title: 'One',
      publishedAt: '2020-08-15T10:00:00Z',
      language: 'id-ID',
      number: 1,
      season: 2,
      link: 'https://show.example.org/1',
      audio: 'https://show.example.org/1.mp3',
      links: { youtube: 'https://youtu.be/abcdefghijk' },
      description: 'First.',
      people: [{ name: 'Ann Berg', role: 'host', aliases: ['Ann'] }],
    };
    const folder = makeFolder({
      'podcast.json': { title: 'Show', episodes: [{ file: './s1/../s1/ep1.srt', ...entry }, { file: 'README.md' }] },
      's1/ep1.srt': 'x',
      'README.md': 'listed, so it counts',
    });
    expect(await facts(folder)).toEqual({
      's1/ep1.srt': { ...entry, publishedAt: '2020-08-15', language: 'id', fallback: { title: 'ep1' } },
      'README.md': { fallback: { title: 'README' } },
    });
  });

  test.each([
    ['Ep 01.srt', 'Ep 01', undefined],
    ['Ep 01.en.srt', 'Ep 01', undefined],
    ['Ep 01.mp3.srt', 'Ep 01', undefined],
    ['No. 4 — what next.txt', 'No. 4 — what next', undefined],
    ['2020-08-15 On tiktok.txt', 'On tiktok', '2020-08-15'],
    ['2021-05-06 Great talk_about-things.srt', 'Great talk about things', '2021-05-06'],
    ['2021_05_06_-_Anna-Lena on 2020.srt', 'Anna-Lena on 2020', '2021-05-06'],
    ['2021-05-06.srt', '2021-05-06', '2021-05-06'],
    ['show_2020.02.29.vtt', 'show 2020.02.29', '2020-02-29'],
    ['2020-13-15 Talk.txt', '2020-13-15 Talk', undefined],
    ['2020-13-15.txt', '2020-13-15', undefined],
    ['12020-01-011.txt', '12020-01-011', undefined],
    ['transcript', 'transcript', undefined],
  ])('falls back on the name of the file: %s', async (name, title, publishedAt) => {
    const known = await facts(makeFolder({ [name]: 'x' }));
    expect(known[name]?.fallback).toEqual(publishedAt === undefined ? { title } : { title, publishedAt });
  });

  test('has the sound beside it as its audio, where the folder says at which address the sound lies', async () => {
    const files = { 'Ep 01.mp3': 'x', 'Ep 01.srt': 'x', 's2/Ep 01.ogg': 'x', 's2/Ep 01.en.vtt': 'x', 'Ep 02.srt': 'x' };
    const audio = async (manifest: object) =>
      Object.entries(await facts(makeFolder({ ...files, 'podcast.json': manifest }))).map(([path, { audio }]) => [
        path,
        audio,
      ]);
    expect(await audio({ audioBase: 'https://cdn.example.org/show' })).toEqual([
      ['Ep 01.srt', 'https://cdn.example.org/show/Ep%2001.mp3'],
      ['Ep 02.srt', undefined],
      ['s2/Ep 01.en.vtt', 'https://cdn.example.org/show/s2/Ep%2001.ogg'],
    ]);
    expect((await audio({})).map(([, address]) => address)).toEqual([undefined, undefined, undefined]);
  });

  test('is found under a name whose accents macOS writes as two characters', async () => {
    const folder = makeFolder({
      [`caf${'e\u0301'}.srt`]: 'x',
      'podcast.json': { episodes: [{ file: 'caf\u00e9.srt', title: 'Coffee' }] },
    });
    expect(await facts(folder)).toMatchObject({ 'caf\u00e9.srt': { title: 'Coffee' } });
  });
});

test('a file that was imported once is known to be gone, or to be still there', async () => {
  const folder = makeFolder({ 'ep1.srt': 'x' });
  expect(await isFileGone(folder, 'ep1.srt')).toBe(false);
  expect(await isFileGone(folder, 'ep2.srt')).toBe(true);
  expect(await isFileGone(join(folder, 'no/such/folder'), 'ep2.srt')).toBe(true);
  writeFiles(folder, { 's1/ep1.srt': 'x' });
  rmSync(join(folder, 's1'), { recursive: true });
  mkdirSync(join(folder, 's1'));
  expect(await isFileGone(folder, 's1/ep1.srt')).toBe(true);
});

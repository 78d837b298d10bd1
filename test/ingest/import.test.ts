// Importing folders of transcripts again and again: what is added, changed, left alone, removed, and told.
import { renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { ImportProgress, ImportRequest } from '../../src/ingest/report.ts';
import { importPaths } from '../../src/ingest.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { makeFolder, writeFiles } from '../support/folder.ts';
import { vtt } from '../support/transcripts.ts';

const everything = { offset: 0, limit: 1000 };

async function makeLibrary() {
  const library = await openLibrary(join(makeFolder(), 'library.db'), { access: 'write' });
  onTestFinished(() => library.close());
  const bring = (path: string, rest: Partial<ImportRequest> = {}) => importPaths(library, { paths: [path], ...rest });
  /** `source: what is said in it`, by podcast. */
  const shelf = async () => {
    const shelves: Record<string, Record<string, string>> = {};
    for (const { episode } of (await library.episodes({}, everything)).items) {
      const said = (await library.exchange(`${episode.id}.0`, 0, 99)).map((segment) => segment.text).join(' ');
      shelves[episode.podcastId] = { ...shelves[episode.podcastId], [episode.source]: said };
    }
    return shelves;
  };
  const ids = async () =>
    Object.fromEntries((await library.shelved()).map(({ source, episodeId }) => [source, episodeId]));
  return { library, bring, shelf, ids };
}

const show = () =>
  makeFolder({
    'talks/ep1.vtt': vtt('Ann: The first one.'),
    'talks/ep2.vtt': vtt('Ann: The second one.'),
    'news/ep1.vtt': vtt('Bo: The news.'),
    'README.md': '# My podcasts',
    'talks/LICENSE': 'Ask first.',
  });

describe('importing a folder', () => {
  test('adds its episodes, and leaves them alone the next time', async () => {
    const { library, bring, shelf } = await makeLibrary();
    const folder = show();
    expect(await bring(folder)).toMatchObject({ added: 3, segments: 3, failed: [], notes: [], stopped: false });
    expect(await shelf()).toEqual({
      news: { 'news/ep1.vtt': 'The news.' },
      talks: { 'talks/ep1.vtt': 'The first one.', 'talks/ep2.vtt': 'The second one.' },
    });
    expect(await bring(folder)).toMatchObject({ added: 0, changed: 0, unchanged: 3, removed: 0, segments: 0 });
    expect(await library.stats()).toMatchObject({ podcasts: 2, episodes: 3, speakers: 2, segments: 3 });
  });

  test('replaces what changed, and removes what was deleted', async () => {
    const { bring, shelf } = await makeLibrary();
    const folder = show();
    await bring(folder);
    writeFiles(folder, {
      'talks/ep1.vtt': vtt('Ann: The first one, mended.'),
      'talks/ep3.vtt': vtt('Ann: The third.'),
    });
    rmSync(join(folder, 'talks/ep2.vtt'));
    rmSync(join(folder, 'news'), { recursive: true });
    expect(await bring(folder)).toMatchObject({ added: 1, changed: 1, unchanged: 0, removed: 2, failed: [] });
    expect(await shelf()).toEqual({
      talks: { 'talks/ep1.vtt': 'The first one, mended.', 'talks/ep3.vtt': 'The third.' },
    });
  });

  test('knows an episode from wherever the import starts', async () => {
    const { bring, ids } = await makeLibrary();
    const folder = show();
    await bring(folder);
    const before = await ids();
    expect(await bring(join(folder, 'talks'))).toMatchObject({ added: 0, unchanged: 2, removed: 0 });
    expect(await bring(join(folder, 'talks/ep2.vtt'))).toMatchObject({ added: 0, unchanged: 1, removed: 0 });
    expect(await bring(relative(process.cwd(), folder))).toMatchObject({ added: 0, unchanged: 3, removed: 0 });
    expect(await bring(folder, { paths: [folder, join(folder, 'news'), folder] })).toMatchObject({ unchanged: 3 });
    expect(await ids()).toEqual(before);
  });

  test('gives episodes ids that never change: links and buttons carry them', async () => {
    const { bring, ids } = await makeLibrary();
    await bring(show());
    expect(await ids()).toEqual({
      'news/ep1.vtt': '947a89cbb563',
      'talks/ep1.vtt': 'c0894b9046f4',
      'talks/ep2.vtt': 'fccd03ff28b7',
    });
  });

  test('touches only what lies in it: another folder keeps even what was deleted there', async () => {
    const { bring, shelf } = await makeLibrary();
    const folder = show();
    await bring(folder);
    rmSync(join(folder, 'news/ep1.vtt'));
    rmSync(join(folder, 'talks/ep2.vtt'));
    expect(await bring(join(folder, 'talks'))).toMatchObject({ unchanged: 1, removed: 1 });
    expect(Object.keys(await shelf()).sort()).toEqual(['news', 'talks']);
    expect(await bring(join(folder, 'news'))).toMatchObject({ removed: 1, failed: [] });
    expect(Object.keys(await shelf())).toEqual(['talks']);
  });

  test.each(['.', 'talks', 'talks/ep1.vtt'])(
    'removes nothing where what was named is not there itself: %s',
    async (path) => {
      const { bring, shelf } = await makeLibrary();
      const folder = show();
      await bring(folder);
      const before = await shelf();
      renameSync(folder, `${folder}-unmounted`);
      expect(await bring(join(folder, path))).toMatchObject({ removed: 0, failed: [{ code: 'missing' }] });
      expect(await shelf()).toEqual(before);
      renameSync(`${folder}-unmounted`, folder);
      expect(await bring(folder)).toMatchObject({ unchanged: 3, removed: 0, failed: [] });
    },
  );

  test('reads all of a podcast anew when its podcast.json changed', async () => {
    const { library, bring } = await makeLibrary();
    const folder = show();
    await bring(folder);
    writeFiles(folder, { 'talks/podcast.json': { title: 'Small Talks' } });
    expect(await bring(folder)).toMatchObject({ changed: 2, unchanged: 1 });
    expect((await library.podcasts()).map(({ title }) => title)).toEqual(['Small Talks', 'news']);
  });

  test('tells how far it is', async () => {
    const { library } = await makeLibrary();
    const folder = show();
    const told: ImportProgress[] = [];
    await importPaths(library, { paths: [folder] }, { onProgress: (progress) => told.push(progress) });
    expect(told.map(({ done, total }) => `${done}/${total}`)).toEqual(['0/3', '1/3', '1/3', '2/3', '3/3']);
    expect(told[0]?.current).toBe(join(folder, 'news/ep1.vtt'));
  });

  test('can be stopped: what was shelved stays, nothing is removed, and the next import brings the rest', async () => {
    const { library, bring } = await makeLibrary();
    const folder = show();
    await bring(join(folder, 'talks/ep2.vtt'));
    rmSync(join(folder, 'talks/ep2.vtt'));
    const controller = new AbortController();
    const onProgress = () => controller.abort();
    const report = await importPaths(library, { paths: [folder] }, { onProgress, signal: controller.signal });
    expect(report).toMatchObject({ added: 1, removed: 0, stopped: true });
    expect(await bring(folder)).toMatchObject({ added: 1, unchanged: 1, removed: 1, stopped: false });
  });
});

describe('two folders of the same name', () => {
  test('are two podcasts: neither destroys the other, however often and in whatever order they are imported', async () => {
    const { bring, shelf } = await makeLibrary();
    const one = join(
      makeFolder({ 'talks/ep1.vtt': vtt('Ann: Mine.'), 'talks/ep2.vtt': vtt('Ann: Mine too.') }),
      'talks',
    );
    const other = join(makeFolder({ 'talks/ep1.vtt': vtt('Bo: No, mine.') }), 'talks');
    await bring(one);
    const report = await bring(other);
    expect(report).toMatchObject({ added: 1, changed: 0, removed: 0, failed: [] });
    expect(report.notes).toEqual([
      expect.stringContaining(`was imported from ${one}; the one in ${other} is kept apart`),
    ]);
    const before = await shelf();
    expect(Object.values(before)).toEqual(
      expect.arrayContaining([
        { 'talks/ep1.vtt': 'Mine.', 'talks/ep2.vtt': 'Mine too.' },
        { 'talks/ep1.vtt': 'No, mine.' },
      ]),
    );
    for (const folder of [other, one, other]) {
      expect(await bring(folder)).toMatchObject({ added: 0, changed: 0, removed: 0, notes: [] });
    }
    expect(await shelf()).toEqual(before);
    rmSync(join(one, 'ep1.vtt'));
    await bring(one);
    expect(await bring(other)).toMatchObject({ unchanged: 1, removed: 0 });
  });

  test('are one podcast when the folder was only moved', async () => {
    const { bring, ids, shelf } = await makeLibrary();
    const folder = show();
    await bring(join(folder, 'talks'));
    const before = await ids();
    const elsewhere = makeFolder();
    renameSync(join(folder, 'talks'), join(elsewhere, 'talks'));
    rmSync(join(elsewhere, 'talks/ep1.vtt'));
    expect(await bring(elsewhere)).toMatchObject({ added: 0, changed: 1, removed: 1, notes: [] });
    expect(await ids()).toEqual({ 'talks/ep2.vtt': before['talks/ep2.vtt'] });
    expect(await shelf()).toEqual({ talks: { 'talks/ep2.vtt': 'The second one.' } });
    expect(await bring(elsewhere)).toMatchObject({ changed: 0, unchanged: 1 });
  });
});

describe('a name given to the import', () => {
  test('makes one podcast of several folders; the same file in each is its own episode', async () => {
    const { library, bring, shelf } = await makeLibrary();
    const folder = show();
    const podcast = 'Ann & Bo';
    expect(await bring(join(folder, 'talks'), { podcast })).toMatchObject({ added: 2 });
    expect(await bring(join(folder, 'news'), { podcast })).toMatchObject({ added: 1, changed: 0, removed: 0 });
    expect(await library.podcasts()).toEqual([{ id: 'ann-bo', title: 'Ann & Bo' }]);
    expect(Object.keys((await shelf())['ann-bo'] ?? {})).toHaveLength(3);
    expect(await bring(folder, { podcast })).toMatchObject({ unchanged: 3, removed: 0 });
  });

  test('takes the episodes out of the podcast they were in before', async () => {
    const { bring, shelf } = await makeLibrary();
    const folder = show();
    await bring(folder);
    expect(await bring(join(folder, 'news'), { podcast: 'The News' })).toMatchObject({ added: 1, removed: 1 });
    expect(Object.keys(await shelf()).sort()).toEqual(['talks', 'the-news']);
  });
});

describe('what is wrong', () => {
  test('is told with its file, line and reason, and everything else is imported', async () => {
    const { bring, shelf } = await makeLibrary();
    const folder = makeFolder({
      'talks/ep1.vtt': vtt('Ann: Fine.'),
      'talks/ep2.vtt': '',
      'talks/ep3.vtt': Buffer.from([0, 1, 2, 3, 255, 0, 4, 5, 6, 7]),
      'talks/ep4.vtt': `${vtt('Ann: Fine.')}\n00:00:05.000 --> later\n<v Ann>Broken.\n`,
      'talks/ep5.json': '{"version": "1.0.0", "segments": [{"startTime": 0, "body": "cut',
      'talks/ep6.txt': 'q3r98 31 2-03r 9 -309r 3-0r9',
      'talks/podcast.json': { title: 7, episodes: [{ file: 'ep9.vtt' }] },
      'talks/ep7.vtt': vtt('Ann: Fine, too.'),
    });
    const { added, failed } = await bring(folder);
    expect(added).toBe(2);
    expect(Object.keys((await shelf()).talks ?? {}).sort()).toEqual(['talks/ep1.vtt', 'talks/ep7.vtt']);
    const told = failed.map(({ code, file, line }) => `${relative(folder, file ?? '')}:${line ?? ''} ${code}`);
    expect(told.sort()).toEqual([
      'talks/ep2.vtt: malformed',
      'talks/ep3.vtt: unreadable',
      'talks/ep4.vtt:6 malformed',
      'talks/ep5.json:1 malformed',
      'talks/ep6.txt: unknown-format',
      'talks/podcast.json:2 malformed',
      'talks/podcast.json:5 missing',
    ]);
    for (const { reason } of failed) expect(reason).toMatch(/^\S.{10,}\.$/s);
  });

  test('leaves the episode as it was imported before', async () => {
    const { bring, shelf } = await makeLibrary();
    const folder = show();
    await bring(folder);
    const before = await shelf();
    writeFiles(folder, { 'talks/ep1.vtt': '' });
    expect(await bring(folder)).toMatchObject({ unchanged: 2, removed: 0, failed: [{ code: 'malformed' }] });
    expect(await shelf()).toEqual(before);
  });

  test.each([
    ['a path that is not there', 'nowhere', 'missing'],
    ['a folder without transcripts', 'empty', 'missing'],
  ])('is told: %s', async (_what, path, code) => {
    const { bring } = await makeLibrary();
    const folder = makeFolder({ 'empty/cover.jpg': 'x', 'talks/ep1.vtt': vtt('Ann: Fine.') });
    const paths = [join(folder, path), join(folder, 'talks')];
    expect(await bring('', { paths })).toMatchObject({ added: 1, failed: [{ code, file: join(folder, path) }] });
  });
});

describe('what is known of an episode', () => {
  test('is stated by podcast.json, else by the transcript, else by its file', async () => {
    const { library, bring } = await makeLibrary();
    const prose = (title: string) =>
      `${title}\n\nPublished: 2020-08-15\n\n${'Ann Berg: Hello there, and how are you?\n\nBo: Very well, thank you for asking.\n\n'.repeat(5)}`;
    const folder = makeFolder({
      'talks/a.txt': prose('A Title of Its Own'),
      'talks/b.txt': prose('A Title of Its Own'),
      'talks/2019-01-02 c.vtt': vtt('Ann: Hello.'),
      'talks/podcast.json': {
        episodes: [
          { file: 'b.txt', title: 'Stated', publishedAt: '2021', language: 'id', people: [{ name: 'Ann Berg' }] },
        ],
      },
    });
    await bring(folder);
    const episodes = (await library.episodes({}, everything)).items.map(({ episode }) => episode);
    expect(episodes).toMatchObject([
      { title: 'Stated', publishedAt: '2021', language: 'id', people: [{ name: 'Ann Berg' }] },
      { title: 'A Title of Its Own', publishedAt: '2020-08-15', language: 'en', people: [] },
      { title: 'c', publishedAt: '2019-01-02', durationSeconds: 5 },
    ]);
    writeFiles(folder, { 'talks/podcast.json': { language: 'fr', episodes: [{ file: 'b.txt', language: 'id' }] } });
    await bring(folder);
    const languages = (await library.episodes({}, everything)).items.map(({ episode }) => episode.language);
    expect(languages.sort()).toEqual(['fr', 'fr', 'id']);
  });

  test('is no length where a mark within the talk is the only time', async () => {
    const { library, bring } = await makeLibrary();
    const talk = 'Ann Berg: Hello there, and how are you?\n\nBo: Very well, thank you for asking.\n\n';
    await bring(
      makeFolder({ 'talks/a.txt': `${talk.repeat(3)}Bo: So [crosstalk 00:02:11] it is.\n\n${talk.repeat(3)}` }),
    );
    const [shelved] = (await library.episodes({}, everything)).items;
    expect(shelved?.episode.title).toBe('a');
    expect(shelved?.episode.durationSeconds).toBeUndefined();
  });

  test('includes who speaks: aliases are people, labels are numbered, nobody is nobody', async () => {
    const { library, bring } = await makeLibrary();
    const folder = makeFolder({
      'talks/a.vtt': vtt(
        'Dex: One.',
        'SPEAKER_07: Two.',
        'SPEAKER_02: Three.',
        'SPEAKER_07: Four.',
        'Unknown Speaker: Five.',
      ),
      'talks/podcast.json': {
        episodes: [{ file: 'a.vtt', people: [{ name: 'Dexter Ploomb', aliases: ['Dex', 'SPEAKER_02'] }] }],
      },
    });
    await bring(folder);
    const [id] = Object.values(Object.fromEntries((await library.shelved()).map((one) => [one.source, one.episodeId])));
    const said = await library.exchange(`${id}.0`, 0, 9);
    expect(said.map(({ speaker, text }) => `${speaker?.name}: ${text}`)).toEqual([
      'Dexter Ploomb: One.',
      'Speaker 1: Two.',
      'Dexter Ploomb: Three.',
      'Speaker 1: Four.',
      'undefined: Five.',
    ]);
  });
});

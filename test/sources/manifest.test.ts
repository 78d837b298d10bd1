// What of a podcast.json counts, and how what is wrong in it is told.
import { describe, expect, test } from 'vitest';
import { findPodcasts } from '../../src/sources/folder.ts';
import { readManifest } from '../../src/sources/manifest.ts';
import { makeFolder } from '../support/folder.ts';

const read = (value: unknown) => {
  const { manifest, problems } = readManifest(JSON.stringify(value, undefined, 1), 'show/podcast.json');
  return { manifest, told: problems.map((problem) => problem.message) };
};

describe('a field of the wrong type', () => {
  test.each<[unknown, string]>([
    [{ title: 5 }, 'title must be text in double quotes'],
    [{ title: ' ' }, 'title is empty: fill it in or leave it out'],
    [{ language: 'indonesian!' }, 'language must be a language code such as "en" or "id"'],
    [{ link: 'show.example.org' }, 'link must be an address that starts with "https://"'],
    [{ link: 'javascript:alert(1)' }, 'link must be an address that starts with "https://"'],
    [{ episodes: { file: 'a.srt' } }, 'episodes must be a list in [ ]'],
    [{ episodes: ['a.srt'] }, 'episodes[0] must be an episode such as { "file": "ep1.vtt", "title": "…" }'],
    [{ episodes: [{ title: 'A' }] }, 'episodes[0].file must be text in double quotes'],
    [{ episodes: [{ file: 'a.srt', publishedAt: '15.8.2020' }] }, 'episodes[0].publishedAt must be a date such as'],
    [{ episodes: [{ file: 'a.srt', number: '7' }] }, 'episodes[0].number must be a whole number, without quotes'],
    [{ episodes: [{ file: 'a.srt', number: 1.5 }] }, 'episodes[0].number must be a whole number'],
    [{ episodes: [{ file: 'a.srt', links: 'https://youtu.be/x' }] }, 'episodes[0].links must be links such as'],
    [{ episodes: [{ file: 'a.srt', links: { youtube: 7 } }] }, 'episodes[0].links.youtube must be an address'],
    [{ episodes: [{ file: 'a.srt', people: ['Ann'] }] }, 'episodes[0].people[0] must be a person such as'],
    [{ episodes: [{ file: 'a.srt', people: [{ role: 'host' }] }] }, 'episodes[0].people[0].name must be text'],
    [[], 'the file must be a podcast such as'],
    ['podcast', 'the file must be a podcast such as'],
  ])('is told with its path and its mend: %j', (value, told) => {
    const messages = read(value).told;
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(told);
    expect(messages[0]).toMatch(/^show\/podcast\.json:\d+: .+\. It was left out\.$/);
  });

  test('says nothing that steers a terminal', () => {
    const description = 'One line.\r\nAnother.';
    const { manifest, told } = read({
      title: 'Tea\u001b[31m\u009b31m',
      episodes: [{ file: 'a.srt', title: '\u001b]0;x\u0007Kettles', description }],
    });
    expect(told).toEqual([]);
    expect(manifest).toMatchObject({
      title: 'Tea [31m 31m',
      episodes: [{ title: ']0;x Kettles', description: 'One line. \nAnother.' }],
    });
  });

  test('costs nothing but itself', () => {
    const { manifest, told } = read({
      title: 'Show',
      author: 7,
      episodes: [
        {
          file: 'a.srt',
          title: 'A',
          number: 'one',
          links: { youtube: 'youtu.be', apple: 'https://apple.example.org' },
        },
        'b.srt',
        { file: 'c.srt', people: [{ name: 'Ann', aliases: ['A', 3, 'AB'] }, { role: 'guest' }, { name: 'Bo' }] },
      ],
    });
    expect(manifest).toEqual({
      title: 'Show',
      episodes: [
        { file: 'a.srt', title: 'A', links: { apple: 'https://apple.example.org' } },
        { file: 'c.srt', people: [{ name: 'Ann', aliases: ['A', 'AB'] }, { name: 'Bo' }] },
      ],
    });
    expect(told).toHaveLength(6);
  });

  test('is told with its line', () => {
    const json =
      '{\n  "title": "Show",\n  "episodes": [\n    { "file": "a.srt" },\n    { "file": "b.srt",\n      "number": "2" }\n  ]\n}';
    expect(readManifest(json, 'podcast.json').problems).toMatchObject([{ code: 'malformed', line: 6 }]);
  });
});

describe('a podcast.json that is broken', () => {
  test.each([
    ['{ "title": "Show", "episodes": [ { "file": "a.srt" },\n { "file": ', 2, /not valid JSON/],
    ['{\n "title": "Show"\n "author": "Ann", "episodes": [{ "file": "a.srt" }] }', 3, /comma is missing/],
    ['{ "title": "Show", "episodes": [{ "file": "a.srt" }]\n', 2, /closing }/],
  ])('counts as far as it can be read: %j', (json, line, message) => {
    const { manifest, problems } = readManifest(json, 'podcast.json');
    expect(manifest).toMatchObject({ title: 'Show', episodes: [{ file: 'a.srt' }] });
    expect(problems[0]).toMatchObject({ code: 'malformed', file: 'podcast.json', line });
    expect(problems[0]?.message).toMatch(message);
  });

  test.each(['', 'Show', '\u0000\u0001', '[', '{"__proto__": {"title": 5}}'])('never throws: %j', (json) => {
    expect(readManifest(json, 'podcast.json').manifest).toEqual({});
  });

  test('may have commas at the end of a list, and comments', () => {
    expect(readManifest('{ // ours\n "title": "Show", }', 'podcast.json')).toMatchObject({
      manifest: { title: 'Show' },
      problems: [],
    });
  });
});

describe('a file that podcast.json lists', () => {
  test('and that is missing is told, with its line; the others count', async () => {
    const folder = makeFolder({
      'podcast.json': { episodes: [{ file: 'a.srt', title: 'A' }, { file: 'lost.srt' }, { file: '../outside.srt' }] },
      'a.srt': 'x',
    });
    const [source] = (await findPodcasts(folder)).sources;
    expect(source?.episodes.map(({ facts }) => facts)).toEqual([{ title: 'A' }]);
    expect(source?.problems).toMatchObject([
      { code: 'missing', line: 8, message: expect.stringContaining('"lost.srt" is not in the folder') },
      { code: 'missing', line: 11, message: expect.stringContaining('"../outside.srt" is not in the folder') },
    ]);
  });

  test('is not missed where only a part of the folder was named', async () => {
    const folder = makeFolder({
      'podcast.json': { episodes: [{ file: 's1/a.srt' }, { file: 's2/b.srt' }] },
      's1/a.srt': 'x',
      's2/b.srt': 'x',
    });
    expect((await findPodcasts(`${folder}/s1`)).sources[0]?.problems).toEqual([]);
  });
});

test('a podcast.json in UTF-16, as Windows once wrote it, is read', async () => {
  const utf16 = Buffer.from('\ufeff{ "title": "Caf\u00e9" }', 'utf16le');
  const { sources } = await findPodcasts(makeFolder({ 'podcast.json': utf16, 'a.srt': 'x' }));
  expect(sources[0]).toMatchObject({ podcast: { title: 'Caf\u00e9' }, problems: [] });
});

test('a podcast.json that is a folder is told', async () => {
  const { problems } = await findPodcasts(makeFolder({ 'show/podcast.json/x.png': 'x', 'show/a.srt': 'x' }));
  expect(problems).toMatchObject([{ code: 'unreadable', message: expect.stringContaining('it is a folder') }]);
});

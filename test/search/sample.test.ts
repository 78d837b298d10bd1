// Misspelled and inflected words asked of the sample show: what is found is shown and marked.

import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleQuotes } from '../../commands/parts/samples.ts';
import type { Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { packageRoot } from '../../src/package-root.ts';
import { createSearch } from '../../src/search/create-search.ts';
import type { QuoteAnswer, Search } from '../../src/search/search.ts';
import { shareFolder } from '../support/folder.ts';
import { runVerbatim } from '../support/run-verbatim.ts';

const cwd = shareFolder();
let library: Library;
let search: Search;

beforeAll(async () => {
  const file = join(cwd, 'sample.db');
  const { code, stderr } = await runVerbatim(['import', join(packageRoot, 'data'), '--library', file], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  library = await openLibrary(file, { access: 'read' });
  search = createSearch(library);
});
afterAll(() => library.close());

const ask = (words: string): Promise<QuoteAnswer> => search.quotes({ words, offset: 0, limit: 50 });
const marked = ({ hits }: QuoteAnswer): string[] => [
  ...new Set(
    hits.flatMap(({ quote }) =>
      quote.highlights.map((range) =>
        quote.text
          .slice(...range)
          .toLowerCase()
          .replace('’', "'"),
      ),
    ),
  ),
];

test.each([
  'hindges',
  'hinges',
  'adress book',
  'laughs',
  'custmer',
  'newsleters',
  'privasy',
  'bisnis',
  'three hundred loaves',
])('every quote for “%s” holds and marks what it was found by', async (words) => {
  const { hits } = await ask(words);
  expect(hits).not.toEqual([]);
  expect(hits.filter(({ quote }) => quote.highlights.length === 0)).toEqual([]);
});

test('a misspelled word finds and marks the other forms of the word that was meant', async () => {
  expect(marked(await ask('hindges')).sort()).toEqual(['hinge', 'hinges']);
});

test.each([
  ['laughs', ['laugh']],
  ['weather', ['weather']],
  ['privasy', ['privacy']],
  ['"in the end"', ['in', 'the', 'end']],
])('“%s” marks these words and no others', async (words, expected) => {
  expect(marked(await ask(words))).toEqual(expected);
});

test.each(["you're", 'three hundred loaves'])(
  '“%s”, spelled right, marks only words that were typed',
  async (words) => {
    for (const word of marked(await ask(words))) expect(words.split(' ')).toContain(word);
  },
);

test.each(['message', 'the internet', 'zzzz', 'foo:bar'])('“%s” is not taken for another word', async (words) => {
  expect((await ask(words)).hits).toEqual([]);
});

test('the words that set an episode apart are no filler words of its language', async () => {
  for (const { episode } of await search.episodes('', 20)) {
    const words = await search.tellingWords({ episodeId: episode.id }, 8);
    expect(words).not.toEqual([]);
    expect(words.filter((word) => /^(untuk|tidak|tetapi|apakah|would|three|keep)$/i.test(word))).toEqual([]);
  }
});

test.each(['tiktok', 'warung'])(
  'of “%s”, what somebody said goes before what was written around the talk',
  async (words) => {
    const { hits } = await ask(words);
    expect(hits[0]?.segment.speaker).toBeDefined();
  },
);

test.each([
  ['from:maudie from:dexter tiktok', ['Dexter Ploomb', 'Maudie Thistlecroft']],
  ['from:maudie,dexter tiktok', ['Dexter Ploomb', 'Maudie Thistlecroft']],
  ['from：maudie tiktok', ['Maudie Thistlecroft']],
])('“%s” is what any of them said', async (words, speakers) => {
  const { hits, problems } = await ask(words);
  expect([...new Set(hits.map(({ segment }) => segment.speaker?.name))].sort()).toEqual(speakers);
  expect(problems).toEqual([]);
});

test('“-from:” leaves out what somebody said', async () => {
  const names = (await ask('-from:maudie tiktok')).hits.map(({ segment }) => segment.speaker?.name);
  expect(names).toContain('Dexter Ploomb');
  expect(names).not.toContain('Maudie Thistlecroft');
  expect((await ask('-from:nobodyatall tiktok')).problems.map(({ kind }) => kind)).toEqual(['no-speaker']);
});

describe('what is left out', () => {
  const found = async (words: string) => (await search.quotes({ words, offset: 0, limit: 100 })).hits;

  test('“-in:” and “-podcast:” leave out an episode and a podcast, and everything else is there', async () => {
    const all = await found('tiktok');
    const kept = (isKept: (hit: (typeof all)[number]) => boolean) =>
      all
        .filter(isKept)
        .map(({ segment }) => segment.id)
        .sort();
    const others = kept(({ episode }) => !episode.title.startsWith('A Hardware Shop'));
    const theirs = kept(({ podcast }) => podcast.title !== 'Wrong Change');
    expect(others.length).toBeLessThan(all.length);
    for (const [words, expected] of [
      ['tiktok -in:"a hardware shop walks into tiktok"', others],
      ['tiktok -in:hardware shop', others],
      ['tiktok -podcast:"Wrong Change"', theirs],
      ['-podcast:wrong change tiktok', theirs],
    ] as const) {
      expect((await found(words)).map(({ segment }) => segment.id).sort(), words).toEqual(expected);
    }
  });

  test('“-after:” is before, and “-before:” is from then on', async () => {
    const ids = async (words: string) => (await found(words)).map(({ segment }) => segment.id);
    for (const [excluded, wanted] of [
      ['tiktok -after:2022', 'tiktok before:2022'],
      ['tiktok -before:2022-10', 'tiktok after:2022-10'],
    ] as const) {
      expect(await ids(wanted)).not.toEqual([]);
      expect(await ids(excluded)).toEqual(await ids(wanted));
    }
    const { problems } = await ask('tiktok -after:yesterday');
    expect(problems).toEqual([{ kind: 'date', filter: 'after', value: 'yesterday', nearest: [] }]);
  });

  test('a name that nobody bears leaves out nothing, and is told', async () => {
    expect((await ask('tiktok -podcast:nosuchpodcast')).problems.map(({ kind }) => kind)).toEqual(['no-podcast']);
    expect((await ask('tiktok -in:"zebra story"')).problems.map(({ kind }) => kind)).toEqual(['no-episode']);
  });
});

test('of words behind “in:” that are no title, the longest beginning that is one is meant, and told', async () => {
  const { hits, corrections, problems } = await ask('in:tenth coffee hedgehog');
  expect(hits[0]?.quote.text).toMatch(/hedgehog/i);
  expect([...new Set(hits.map(({ episode }) => episode.title))]).toEqual(['The Tenth Coffee Is Never Free']);
  expect(corrections).toEqual([{ typed: 'tenth coffee', used: 'The Tenth Coffee Is Never Free' }]);
  expect((await ask('in:the tenth coffee is never free hedgehog')).corrections).toEqual([]);
  expect(problems).toEqual([]);
  expect((await ask('in:zebra story')).problems.map(({ kind }) => kind)).toContain('no-episode');
});

test('a taste of somebody is from as many episodes as can be, and of an episode from that one', async () => {
  const [entry] = await search.speakers('maudie', 1);
  const speakerId = entry?.speaker.id ?? '';
  const words = await search.tellingWords({ speakerId }, 8);
  const theirs = await sampleQuotes({ speakerId }, words, 3, { search, library });
  expect(new Set(theirs.map(({ episode }) => episode.id)).size).toBe(3);
  expect(new Set(theirs.map(({ segment }) => segment.speaker?.id))).toEqual(new Set([speakerId]));

  const episodeId = theirs[0]?.episode.id ?? '';
  const ofIt = await sampleQuotes({ episodeId }, await search.tellingWords({ episodeId }, 8), 3, { search, library });
  expect(ofIt.map(({ episode }) => episode.id)).toEqual([episodeId, episodeId, episodeId]);
});

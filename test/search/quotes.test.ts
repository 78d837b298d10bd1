// What people find: words, misspelled or not, phrases, filters, and how the answer is put.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { QueryFilters, QuoteAnswer } from '../../src/search/search.ts';
import { openShop, type Shop } from './shop-talk.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const ask = (words: string, filters: QueryFilters = {}): Promise<QuoteAnswer> =>
  shop.search.quotes({ words, ...filters, offset: 0, limit: 10 });
const first = async (words: string, filters?: QueryFilters): Promise<string> =>
  (await ask(words, filters)).hits[0]?.segment.text ?? 'nothing';

describe('words', () => {
  test.each([
    ['kettle steam', 'We filmed the kettle', 'several words'],
    ['steam kettle', 'We filmed the kettle', 'in another order'],
    ['CUSTOMERS newspaper', 'We filmed the kettle', 'in another case'],
    ['newsleter', 'newsletter', 'with a slip'],
    ['accordian', 'accordion', 'as they sound'],
    ['akordion', 'accordion', 'as they sound, further away'],
    ['departmant soop', 'the soup was thin', 'both misspelled'],
    ['java script nephew', 'my nephew knows JavaScript', 'one word written as two'],
    ['lockeddrawer', 'a locked drawer', 'two words written as one'],
    ['quote newsletter', 'I quoted him', 'by their stem'],
    ['cafe till', 'her café', 'without accents'],
    ['2020 orders', 'In twenty twenty', 'a year as digits'],
    ['eleven times', 'eleven times', 'a number in words'],
    ['11 times', 'eleven times', 'a number in digits'],
    ['covid19 windows', 'Covid-19', 'a hyphen left out'],
    ['C++', 'C++ first', 'a name with signs'],
    ['c#', 'then in C#', 'another name with signs'],
    ['.net', 'the whole of .NET', 'a name that begins with a dot'],
    ['node.js', 'node.js', 'a name with a dot within'],
    ['r&d soup', 'The R&D department is', 'an ampersand'],
    ['10x', '10x the orders', 'a number with a letter'],
    ['I would never ship a soup that I had not tasted', 'a stew that I had not tasted', 'a phrase with a wrong word'],
    ['We would never sell a soup that she had not tasted', 'a stew that I had not tasted', 'one with several of them'],
    ['not to be or to be', 'To be or not to be', 'common words alone'],
    ['mengatakan kopi', 'kopi dingin', 'in Indonesian'],
    ['dikatakan orang kopi', 'kopi dingin', 'by their Indonesian stem'],
  ])('“%s” finds “%s”: %s', async (words, part) => {
    expect(await first(words)).toContain(part);
  });

  test('a sound mark is no word that was said', async () => {
    expect(await first('laughs')).toBe('Tobias Quill: The drawer is laughing at all of us, I believe.'.slice(14));
    expect((await ask('"laughs"')).hits).toEqual([]);
  });
});

describe('one broad word', () => {
  test('is answered by what is about it and reads well alone', async () => {
    const { hits } = await ask('tiktok');
    expect(hits).toHaveLength(5);
    expect(hits[0]?.segment.text).toMatch(/jar of buttons|more customers in a week|still worth it/);
    expect(hits.at(-1)?.segment.text).toBe('Yeah, TikTok.');
  });
});

describe('phrases', () => {
  test('must be said exactly so', async () => {
    expect(await first('"it is what it is"')).toContain('It is what it is.');
    expect(await first('“to be or not to be”')).toContain('To be or not to be');
    const { hits, suggestions } = await ask('"steam the kettle"');
    expect(hits).toEqual([]);
    expect(suggestions).toEqual(['steam the kettle']);
    expect((await ask('"xylograph qqqqq"')).suggestions).toEqual([]);
  });

  test.each([
    ['"customer data" kettle', 'We keep customer data'],
    ['kettle "customer data" soup', 'We keep customer data'],
    ['"the soup" departmant', 'The R&D department is'],
  ])('“%s” finds “%s”, whatever the words beside it are', async (words, part) => {
    expect(await first(words)).toContain(part);
  });

  test('narrow the words around them', async () => {
    const { hits } = await ask('"customer data" drawer');
    expect(hits.map((hit) => hit.episode.title)).toEqual(['Selling tea on TikTok']);
  });
});

describe('filters', () => {
  test.each<[string, QueryFilters, string[]]>([
    ['tiktok from:nora', {}, ['Nora Fielding']],
    ['tiktok from:"Bima Prakoso"', {}, ['Bima Prakoso']],
    ['tiktok', { speaker: 'bima' }, ['Bima Prakoso']],
    ['tiktok from:tobais', {}, ['Tobias Quill']],
    ['tiktok podcast:warung', {}, ['Bima Prakoso']],
    ['tiktok in:letters from listeners', {}, ['Nora Fielding', 'Tobias Quill']],
    ['in:letters from:tobias tiktok', {}, ['Tobias Quill']],
    ['tiktok after:2021', {}, ['Nora Fielding', 'Tobias Quill']],
    ['tiktok after:2020-08 before:2020-08-16', {}, ['Bima Prakoso']],
    ['tiktok before:2020-08-15', {}, ['Nora Fielding', 'Tobias Quill']],
    ['tiktok -buttons -yeah after:2020-03-02 podcast:shop', {}, ['Nora Fielding']],
  ])('%s %o', async (words, filters, speakers) => {
    const { hits, problems } = await ask(words, filters);
    expect([...new Set(hits.map((hit) => hit.segment.speaker?.name))].sort()).toEqual(speakers);
    expect(problems).toEqual([]);
  });

  test('alone, give quotes of what they leave', async () => {
    const { hits, total } = await ask('from:ines');
    expect(new Set(hits.map((hit) => hit.segment.speaker?.name))).toEqual(new Set(['Ines Moura']));
    expect(total).toEqual({ count: 3, atLeast: false });
  });

  test.each([
    ['kettle after:soon', { kind: 'date', filter: 'after', value: 'soon' }],
    ['kettle before:2021-02-30', { kind: 'date', filter: 'before', value: '2021-02-30' }],
    ['kettle from:', { kind: 'empty-filter', filter: 'from' }],
    ['kettle podcast:zzzzzz', { kind: 'no-podcast', filter: 'podcast', value: 'zzzzzz' }],
    ['kettle from:xyzzyx', { kind: 'no-speaker', filter: 'from', value: 'xyzzyx' }],
  ])('“%s” is told, and the rest is searched', async (words, problem) => {
    const { hits, problems } = await ask(words);
    expect(problems).toEqual([expect.objectContaining(problem)]);
    expect(hits[0]?.segment.text).toContain('kettle');
  });
});

describe('questions', () => {
  test.each([
    ['what did Tobias say about testing in production?', 'Testing the soup in production'],
    ['what did the mother say about soup', 'she said the soup was thin'],
    ['apa yang dikatakan Bima tentang TikTok?', 'hanya sebuah fenomena'],
  ])('%s', async (words, part) => {
    expect(await first(words)).toContain(part);
  });
});

describe('what was typed and what was meant', () => {
  test('a correction is told, as the word is written there', async () => {
    expect((await ask('jvascript')).corrections).toEqual([{ typed: 'jvascript', used: 'JavaScript' }]);
  });

  test('a word that exists is not corrected', async () => {
    expect((await ask('stew')).corrections).toEqual([]);
    expect((await ask('quotes')).corrections).toEqual([]);
  });

  test.each([
    ['tiktok xylograph', ['xylograph']],
    ['xylograph tiktok qqqqq', ['xylograph', 'qqqqq']],
    // Taken for another word, in another form, somebody's name, or simply there.
    ['jvascript', []],
    ['phenomenons', []],
    ['tobias soup', []],
    ['tiktok', []],
    // Nothing is shown, so nothing is lacking in it.
    ['xylograph', []],
  ])('of “%s” nobody said %j', async (words, unheard) => {
    expect((await ask(words)).unheard).toEqual(unheard);
  });

  test('nothing found: nothing is pretended', async () => {
    const { hits, total, looked, suggestions } = await ask('xylograph');
    expect({ hits, total, suggestions }).toEqual({ hits: [], total: { count: 0, atLeast: false }, suggestions: [] });
    expect(looked).toMatchObject({ podcasts: 2, episodes: 4, segments: 21 });
  });
});

describe('pages', () => {
  test('follow one another without gap or repetition', async () => {
    const page = async (offset: number) =>
      (await shop.search.quotes({ words: 'tiktok', offset, limit: 2 })).hits.map((hit) => hit.segment.id);
    const all = (await ask('tiktok')).hits.map((hit) => hit.segment.id);
    expect([...(await page(0)), ...(await page(2)), ...(await page(4))]).toEqual(all);
    expect(await page(6)).toEqual([]);
  });

  test.each([
    ['tiktk', { corrections: [{ typed: 'tiktk', used: 'TikTok' }] }],
    ['tiktok xylograph', { unheard: ['xylograph'] }],
  ])('tell the same of “%s”, whichever of them is shown', async (words, expected) => {
    const page = async (offset: number) => {
      const { hits: _, ms: __, ...told } = await shop.search.quotes({ words, offset, limit: 2 });
      return told;
    };
    const first = await page(0);
    expect(first).toMatchObject(expected);
    expect(await page(2)).toEqual(first);
    expect(await page(6)).toEqual(first);
  });
});

describe('highlights', () => {
  test('stand on the words that matched', async () => {
    const { hits } = await ask('quote newsleter');
    const { text, highlights } = hits[0]?.quote ?? { text: '', highlights: [] };
    expect(highlights.map(([from, to]) => text.slice(from, to))).toEqual(['quoted', 'newsletter']);
  });
});

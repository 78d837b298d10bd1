// What search answers besides quotes: suggestions, chance, names, telling words.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from './shop-talk.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

describe('while somebody types', () => {
  test.each([
    ['ket', 'kettle'],
    ['accord', 'accordion'],
    ['customer da', 'customer data'],
    ['kopi din', 'kopi dingin'],
    ['accordian inst', 'accordion'],
  ])('“%s” offers a quote with “%s”', async (typed, part) => {
    const [first] = await shop.search.suggestQuotes(typed, {}, 5);
    expect(first?.quote.text).toContain(part);
    expect(first?.quote.highlights.length).toBeGreaterThan(0);
    expect(first?.quote.text.length).toBeLessThanOrEqual(110);
  });

  test.each(['ket', 'accord', 'customer da', 'kopi din'])(
    'what “%s” offers is shown when it is picked, and marked',
    async (typed) => {
      for (const { segment, quote } of await shop.search.suggestQuotes(typed, {}, 5)) {
        const picked = await shop.search.quote(segment.id);
        expect(picked?.segment.text).toBe(segment.text);
        expect(picked?.quote.text).toContain(quote.text.replace(/^…|\s?…$/g, ''));
        const marked = (of: typeof quote) => of.highlights.map(([from, to]) => of.text.slice(from, to));
        expect(picked && marked(picked.quote)).toEqual(marked(quote));
        expect(segment.id).toMatch(/^\S+\.\d+$/);
        expect(segment.id.length).toBeLessThan(100);
      }
    },
  );

  test.each(['1.0', '9999.10000', '3.1,7.9', '0.0'])(
    'an offer of places that are gone is a quote all the same: %s',
    async (places) => {
      const [first] = await shop.search.suggestQuotes('ket', {}, 1);
      const id = first?.segment.id.replace(/@.*$/, '') ?? '';
      expect((await shop.search.quote(`${id}@${places}`))?.segment.id).toBe(id);
    },
  );

  test('nothing is offered before the second letter', async () => {
    expect(await shop.search.suggestQuotes('', {}, 5)).toEqual([]);
    expect(await shop.search.suggestQuotes('k', {}, 5)).toEqual([]);
  });

  test.each([
    ['tiktok -buttons', 'buttons'],
    ['"customer data" tiktok', 'TikTok brought'],
    ['tiktok "a jar"', 'customers'],
  ])('“%s” offers nothing that its answer could not have: no “%s”', async (typed, part) => {
    const offered = (await shop.search.suggestQuotes(typed, {}, 10)).map(({ segment }) => segment.text);
    const { hits } = await shop.search.quotes({ words: typed, offset: 0, limit: 50 });
    for (const text of offered) expect(hits.map(({ segment }) => segment.text)).toContain(text);
    expect(offered.join('\n')).not.toContain(part);
    expect(offered.length).toBe(Math.min(10, hits.length));
  });

  test('a phrase that is not closed yet may go on with any word', async () => {
    const [first] = await shop.search.suggestQuotes('"customer da', {}, 5);
    expect(first?.quote.text).toContain('customer data');
  });

  test('words behind a title are what is looked for', async () => {
    const hits = await shop.search.suggestQuotes('in:letters from listeners tikt', {}, 5);
    expect(new Set(hits.map(({ episode }) => episode.title))).toEqual(new Set(['Letters from listeners']));
  });

  test('the filters that are set hold', async () => {
    const hits = await shop.search.suggestQuotes('tikt', { speaker: 'bima' }, 5);
    expect(hits.map((hit) => hit.segment.speaker?.name)).toEqual(['Bima Prakoso']);
  });
});

describe('by chance', () => {
  test('it is one that reads well alone', async () => {
    for (let draw = 0; draw < 10; draw++) {
      const { hit } = await shop.search.random({});
      expect(hit?.quote.text.length).toBeGreaterThan(40);
      expect(hit?.quote.highlights).toEqual([]);
    }
  });

  test.each([
    [{ speaker: 'sari' }, 'Sari Wulandari'],
    [{ podcast: 'warung', speaker: 'bima' }, 'Bima Prakoso'],
    [{ after: '2020-08-15', before: '2020-08-16', speaker: 'ines' }, 'Ines Moura'],
  ])('the filters hold: %o', async (filters, speaker) => {
    expect((await shop.search.random(filters)).hit?.segment.speaker?.name).toBe(speaker);
  });

  test('a filter that means nothing is told', async () => {
    const { problems } = await shop.search.random({ after: 'soon' });
    expect(problems).toEqual([{ kind: 'date', filter: 'after', value: 'soon', nearest: [] }]);
  });
});

describe('names', () => {
  test.each([
    ['nora', 'Nora Fielding'],
    ['field', 'Nora Fielding'],
    ['TOBIAS quill', 'Tobias Quill'],
    ['tobais', 'Tobias Quill'],
    ['inés', 'Ines Moura'],
    ['wulandri', 'Sari Wulandari'],
  ])('“%s” is %s', async (typed, name) => {
    expect((await shop.search.speakers(typed, 3))[0]?.speaker.name).toBe(name);
  });

  test.each([
    ['letters', 'Letters from listeners'],
    ['cafe software', 'The café that wrote its own software'],
    ['seling tea', 'Selling tea on TikTok'],
    ['data', 'Data pelanggan'],
  ])('the episode “%s” is “%s”', async (typed, title) => {
    expect((await shop.search.episodes(typed, 3))[0]?.episode.title).toBe(title);
  });

  test('nothing typed: who said most, what is newest, every podcast', async () => {
    expect((await shop.search.speakers('', 1))[0]?.speaker.name).toMatch(/Nora|Tobias/);
    expect((await shop.search.episodes(' ', 1))[0]?.episode.title).toBe('Letters from listeners');
    expect((await shop.search.podcasts('', 5)).map(({ title }) => title)).toEqual(['Obrolan Warung', 'Shop Talk']);
    expect((await shop.search.podcasts('warng', 5)).map(({ title }) => title)).toEqual(['Obrolan Warung']);
  });
});

describe('telling words', () => {
  test('of an episode are shown as they are written there', async () => {
    const words = await shop.search.tellingWords({ episodeId: 'warung/1' }, 5);
    expect(words).toContain('pelanggan');
    expect(words).not.toContain('Sari');
  });

  test('of nobody are none', async () => {
    expect(await shop.search.tellingWords({ speakerId: 'nobody' }, 5)).toEqual([]);
  });
});

describe('one segment', () => {
  test('is a quote with nothing marked', async () => {
    const { hits } = await shop.search.quotes({ words: 'accordion', offset: 0, limit: 1 });
    const id = hits[0]?.segment.id ?? '';
    expect((await shop.search.quote(id))?.quote).toEqual({ text: hits[0]?.segment.text, highlights: [] });
    expect(await shop.search.quote('no such segment')).toBeUndefined();
  });
});

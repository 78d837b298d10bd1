// Cutting quotes: whole sentences around what matched, nothing re-spelled, every cut visible.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from '../../src/model.ts';
import { cutQuote } from '../../src/search/quote.ts';
import { standsAlone } from '../../src/search/stand-alone.ts';
import { wordsOf } from '../../src/text/words.ts';

const mark = (range: Range, kind = 0) => ({ range, weight: 1, kind });

function quoteOf(text: string, ...marked: readonly string[]) {
  const ranges = wordsOf(text)
    .filter(({ written }) => marked.includes(written))
    .map(({ from, to }): Range => [from, to]);
  return cutQuote(
    text,
    'en',
    ranges.map((range) => mark(range, marked.indexOf(text.slice(...range)))),
    ranges,
  );
}

const long = `${'The kettle sang and the cups were warm and everybody waited for the tea, '.repeat(8)}until the bell rang.`;

describe('a quote', () => {
  test.each([
    ['The tea is hot.', ['tea'], 'The tea is hot.'],
    [
      'Nobody came to the shop in winter. The tea was cold and the kettle was sold to a man with a hat. Then spring came over the hills. We opened the doors again.',
      ['kettle'],
      /^(?:…)?.*kettle was sold.*$/s,
    ],
  ])('of “%s” around %o', (text, marked, shown) => {
    expect(quoteOf(text, ...marked).text).toMatch(shown);
  });

  test('is at most 350 characters, cut at words', () => {
    const { text, highlights } = quoteOf(long, 'bell');
    expect(text.length).toBeLessThanOrEqual(350);
    expect(text.startsWith('…')).toBe(true);
    expect(highlights.map(([from, to]) => text.slice(from, to))).toEqual(['bell']);
  });

  test.each([
    [
      '.NET',
      `${'It was so and so and so on and on, '.repeat(8)}my friends in .NET swear by it. ${'And so it went. '.repeat(9)}`,
    ],
    ['Mail', `${'So it went on and on. '.repeat(12)}I had Yahoo!Mail in those days. ${'And so it went. '.repeat(9)}`],
  ])('is never cut within a word such as %s', (word, text) => {
    const quote = quoteOf(text, word).text.replace(/^…|\s?…$/g, '');
    const from = text.indexOf(quote);
    expect(from).toBeGreaterThanOrEqual(0);
    expect(text.slice(0, from)).toMatch(/^$|\s$/);
    expect(text.slice(from + quote.length)).toMatch(/^$|^\s/);
  });

  test('is at most three sentences', () => {
    const { text } = quoteOf('One. Two. Three tea. Four. Five. Six.', 'tea');
    expect(text.match(/\w+\./g)?.length).toBeLessThanOrEqual(3);
  });

  test('is always a run of the original, its marks on the words that matched', () => {
    const sentence = fc
      .array(fc.oneof(fc.constantFrom('tea', 'kettle', 'naïve', '👩‍👩‍👧', '茶', "don't"), fc.lorem({ maxCount: 1 })), {
        minLength: 1,
        maxLength: 40,
      })
      .map((words) => `${words.join(' ')}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 12 }), (sentences) => {
        const whole = sentences.join(' ');
        const { text, highlights } = quoteOf(whole, 'tea', 'kettle');
        expect(whole).toContain(text.replace(/^…/, '').replace(/\s?…$/, ''));
        expect(text.length).toBeLessThanOrEqual(352);
        for (const [from, to] of highlights) expect(['tea', 'kettle']).toContain(text.slice(from, to));
        expect(text.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('reading well alone', () => {
  test.each([
    [
      'Yeah, TikTok.',
      'TikTok is where a shop of buttons finds the people who have waited for buttons all their lives.',
    ],
    [
      'And then he said it again, and nobody laughed at all in the whole room.',
      'The baker said that the oven had been cold since Monday, and nobody laughed.',
    ],
    [
      'What do you think about the price of tea in the small shops of this town?',
      'The price of tea in the small shops of this town is what the big shops pay.',
    ],
    [
      'I don’t know, I feel like I saw the price of tea on a wall in the small shop by the ferry.',
      'Somebody wrote the price of tea on a wall, and in the small shop by the ferry nobody asks.',
    ],
  ])('“%s” does it less than “%s”', (worse, better) => {
    expect(standsAlone(worse)).toBeLessThan(standsAlone(better));
  });
});

test('a quote is cut across sentences where only so it holds all that matched', () => {
  const text = `${'We went on about the shop for a while, '.repeat(9)}and then about the theory. The colors of the cups are another thing.`;
  const { text: cut, highlights } = quoteOf(text, 'theory', 'colors');
  expect(highlights.map((range) => cut.slice(...range))).toEqual(['theory', 'colors']);
  expect(cut.length).toBeLessThanOrEqual(350);
});

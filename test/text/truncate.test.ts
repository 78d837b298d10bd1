// Cutting text: what is left is always what was said, and every cut shows.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { truncate, truncateAround, truncateQuote } from '../../src/text/truncate.ts';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const graphemeStarts = (text: string) =>
  new Set([...graphemes.segment(text)].map(({ index }) => index).concat(text.length));

const awkward = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom(
        'tide',
        'came.',
        'In?',
        ' ',
        '  ',
        '\n',
        '👨‍👩‍👧‍👦',
        '🇮🇩',
        'é',
        'שלום',
        'กำ',
        '世界。',
        '…',
        '-',
        "don't",
      ),
      {
        maxLength: 80,
      },
    )
    .map((parts) => parts.join('')),
);

describe('truncate', () => {
  test.each([
    ['Short enough.', 20, 'Short enough.'],
    ['The tide came in. The tide went out again.', 24, 'The tide came in. …'],
    ['The tide came in and took the lantern', 21, 'The tide came in and…'],
    ['Donaudampfschifffahrtsgesellschaft', 10, 'Donaudamp…'],
    ['Family 👨‍👩‍👧‍👦 at sea', 12, 'Family…'],
    ['👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦', 25, '👨‍👩‍👧‍👦👨‍👩‍👧‍👦…'],
    ['already cut… and more words here', 13, 'already cut…'],
    ['my friends who are in .NET, they swear by it', 24, 'my friends who are in…'],
    ['I write to ada@example.com about it', 22, 'I write to…'],
    ['we had node.js and then some', 12, 'we had…'],
    ['that is 1,000 of them', 11, 'that is…'],
    ['I think it was like !Tiara and then', 22, 'I think it was like…'],
    ['it was so -- and then it was not', 14, 'it was so…'],
    ['anything', 1, '…'],
    ['anything', 0, ''],
  ])('%j at %i reads %j', (text, most, expected) => {
    expect(truncate(text, most)).toBe(expected);
  });

  test('what is left is the start of the text, and no character is cut in two', () => {
    fc.assert(
      fc.property(awkward, fc.integer({ min: 1, max: 120 }), (text, most) => {
        const cut = truncate(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        if (text.length <= most) {
          expect(cut).toBe(text);
          return;
        }
        expect(cut.endsWith('…')).toBe(true);
        // An ellipsis of the text's own may stand where the cut is.
        const run = text.startsWith(cut) ? cut : cut.slice(0, -1);
        expect(text.startsWith(run)).toBe(true);
        expect(graphemeStarts(text)).toContain(run.length);
      }),
    );
  });
});

describe('truncateAround', () => {
  test.each([
    ['one two three four five six seven eight nine ten', 24, [28, 33], '…six seven eight nine…'],
    ['one two three four five six seven eight nine ten', 24, [45, 48], '…seven eight nine ten'],
    ['one two three .NET five six seven eight nine ten', 16, [15, 18], '….NET five six…'],
    ['one two three four -- six seven eight nine ten', 24, [26, 31], '…six seven eight nine…'],
    ['one two three four five six seven eight nine ten', 24, [0, 3], 'one two three four five…'],
  ] as const)('%j at %i keeps %j', (text, most, keep, expected) => {
    expect(truncateAround(text, most, keep)).toBe(expected);
  });
});

describe('a cut', () => {
  const tokens = fc.array(
    fc.constantFrom(
      '.NET',
      'C#',
      'C++',
      '1,000',
      'node.js',
      'a@b.co',
      '--',
      '!Tiara',
      'and',
      'Hi.',
      '“so”',
      'U.S.',
      '(x)',
    ),
    { minLength: 2, maxLength: 60 },
  );

  test('falls between what stands between spaces, and leaves no sign alone beside the mark', () => {
    fc.assert(
      fc.property(tokens, fc.integer({ min: 12, max: 90 }), fc.nat(), (parts, most, place) => {
        const text = parts.join(' ');
        const starts = parts.map((_, at) => parts.slice(0, at).join(' ').length + (at > 0 ? 1 : 0));
        const at = place % parts.length;
        const from = starts[at] ?? 0;
        const highlights = [[from, from + (parts[at]?.length ?? 0)] as const];
        const cut = truncateQuote({ text, highlights }, most).text;
        if (text.length <= most) return;
        const kept = cut.replace(/^…|…$/g, '').trim().split(' ');
        expect(parts.join(' ')).toContain(kept.join(' '));
        expect(parts.some((_, first) => kept.every((part, step) => parts[first + step] === part))).toBe(true);
        if (parts[at] === '--') return;
        if (cut.startsWith('…')) expect(kept[0]).not.toBe('--');
        if (/…$/.test(cut)) expect(kept.at(-1)).not.toBe('--');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('truncateQuote', () => {
  const quotes = awkward.chain((text) =>
    fc.tuple(fc.nat(text.length), fc.nat(text.length)).map(([a, b]) => ({
      text,
      highlights: a === b ? [] : [[Math.min(a, b), Math.max(a, b)] as const],
    })),
  );

  test('a cut quote is a run of the original, and its highlights still mark the same words', () => {
    fc.assert(
      fc.property(quotes, fc.integer({ min: 3, max: 120 }), (quote, most) => {
        const cut = truncateQuote(quote, most);
        expect(cut.text.length).toBeLessThanOrEqual(most);
        if (quote.text.length <= most) {
          expect(cut).toEqual(quote);
          return;
        }
        const run = [cut.text, cut.text.slice(0, -1), cut.text.slice(1), cut.text.slice(1, -1)].find((part) =>
          quote.text.includes(part),
        );
        expect(run).toBeDefined();
        for (const [from, to] of cut.highlights) {
          const [original] = quote.highlights;
          expect(original && quote.text.slice(...original)).toContain(cut.text.slice(from, to).replace(/^…|…$/g, ''));
        }
      }),
    );
  });

  test('the first words that matched stay visible wherever they stand', () => {
    const words = Array.from({ length: 100 }, (_, place) => `word${place}`);
    for (const word of ['word0', 'word50', 'word99']) {
      const text = words.join(' ');
      const from = text.indexOf(word);
      const cut = truncateQuote({ text, highlights: [[from, from + word.length]] }, 60);
      const [shown] = cut.highlights;
      expect(shown && cut.text.slice(...shown)).toBe(word);
    }
  });
});

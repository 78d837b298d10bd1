// Words of plain text are found as words of any text are, only sooner.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPlainWords } from '../../src/text/plain-words.ts';
import { Vocabulary } from '../../src/text/vocabulary.ts';
import { saidWords } from '../../src/text/words.ts';

function plainWords(text: string): string[] | undefined {
  const vocabulary = new Vocabulary();
  const places: number[] = [];
  const isPlain = readPlainWords(text, vocabulary, (place) => places.push(place));
  return isPlain ? places.map((place) => vocabulary.words[place] ?? '') : undefined;
}

test.each([
  ['It’s Ann’s lamp - isn\'t it? "Yes", \'tis.', "It’s Ann’s lamp isn't it Yes tis"],
  ["rock'n'roll, the '90s, 3rd_base, e2e; A.B", "rock'n'roll the 90s 3rd base e2e A B"],
  ["it's2, 2's, o''clock’", "it's 2 2's o clock"],
  ['', ''],
])('%j', (text, words) => {
  expect(plainWords(text)?.join(' ')).toBe(words);
});

test.each([
  'C++',
  'C#',
  'go .NET',
  '1,000',
  'café',
  'a (music) b',
  'a [laughs] b',
  'a *sighs* b',
  '茶',
  'oʼclock',
  '½',
])('%s is left to those who know', (text) => {
  expect(plainWords(text)).toBeUndefined();
});

test('whatever is plain has the words that it has', () => {
  const letters = fc.constantFrom(...'abNET nt\'’‘ .,;-_"“”–—…0123\n\t(+#[*é');
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 40 }), (text) => {
      const words = plainWords(text);
      if (words !== undefined) expect(words).toEqual(saidWords(text).map(({ written }) => written));
    }),
    { numRuns: 5000 },
  );
});

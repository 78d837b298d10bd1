// The words of many texts as numbers: every text can be told again from them.

import { expect, test } from 'vitest';
import { tallyOf } from '../../src/text/tally.ts';

test('each word is kept once, and each text is its words by their places', () => {
  const texts = ['The lamp, the LAMP.', '[laughs]', 'A lamp for the pier.', '茶壶'];
  const { words, said, ends } = tallyOf(texts);
  expect(words).toEqual([...new Set(words)]);
  const told = texts.map((_, at) => Array.from(said.subarray(ends[at - 1] ?? 0, ends[at]), (place) => words[place]));
  expect(told).toEqual([['The', 'lamp', 'the', 'LAMP'], [], ['A', 'lamp', 'for', 'the', 'pier'], ['茶壶']]);
});

test('however many there are', () => {
  const texts = Array.from({ length: 3000 }, (_, at) => `word${at} again and again`);
  const { words, said, ends } = tallyOf(texts);
  expect(said).toHaveLength(12_000);
  expect(words[said[ends[2998] ?? 0] ?? 0]).toBe('word2999');
});

// Each word has one number, wherever it stands and however many there are.

import { expect, test } from 'vitest';
import { Vocabulary } from '../../src/text/vocabulary.ts';

test('a word is the same whether it is told whole or letter by letter', () => {
  const vocabulary = new Vocabulary();
  const told = (word: string): number => {
    for (const letter of word) vocabulary.tell(letter.charCodeAt(0));
    return vocabulary.take();
  };
  expect([told('lamp'), told('lamps'), told('lamp'), vocabulary.placeOf('lamps')]).toEqual([0, 1, 0, 1]);
  expect(vocabulary.placeOf('Lamp')).toBe(2);
  expect(vocabulary.placeOf('茶壶🫖')).toBe(3);
  expect(vocabulary.words).toEqual(['lamp', 'lamps', 'Lamp', '茶壶🫖']);
});

test('however many words there are', () => {
  const vocabulary = new Vocabulary();
  const words = Array.from({ length: 20_000 }, (_, at) => `w${at.toString(36)}`);
  const places = words.map((word) => vocabulary.placeOf(word));
  expect(new Set(places).size).toBe(words.length);
  expect(words.map((word) => vocabulary.placeOf(word))).toEqual(places);
  expect(vocabulary.words).toEqual(words);
});

test('words whose sums are alike are told apart', () => {
  const vocabulary = new Vocabulary();
  // In Java's hash, which this one resembles, all four of them are one (https://en.wikipedia.org/wiki/Java_hashCode()).
  const alike = ['AaAa', 'AaBB', 'BBAa', 'BBBB'];
  expect(alike.map((word) => vocabulary.placeOf(word))).toEqual([0, 1, 2, 3]);
  expect(alike.map((word) => vocabulary.placeOf(word))).toEqual([0, 1, 2, 3]);
});

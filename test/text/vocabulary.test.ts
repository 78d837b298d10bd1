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

test('words that share their hash with others by design are no slower than others: there are a hundred thousand of them', () => {
  const vocabulary = new Vocabulary();
  // In a hash by 31, such as Java's, all of these are one (https://en.wikipedia.org/wiki/Java_hashCode()).
  const alike = Array.from({ length: 2 ** 17 }, (_, at) =>
    at.toString(2).padStart(17, '0').replaceAll('0', 'Aa').replaceAll('1', 'BB'),
  );
  const places = alike.map((word) => vocabulary.placeOf(word));
  expect(new Set(places).size).toBe(alike.length);
});

test('a million words and more', () => {
  const vocabulary = new Vocabulary();
  let asTold = 0;
  for (let at = 0; at < 1_300_000; at++) if (vocabulary.placeOf(at.toString(36)) === at) asTold++;
  expect(asTold).toBe(1_300_000);
});

// Names that are remembered only nearly.

import { expect, test } from 'vitest';
import { matchNames } from '../../src/search/names.ts';

test('a short first name with two letters swapped is offered as it is spelled', () => {
  const names = ['Paul Marrow', 'Odette Quill'].map((name, at) => ({
    id: `${at}`,
    number: at + 1,
    name,
    words: name.toLowerCase().split(' '),
  }));
  expect(matchNames('pual', names)).toEqual({ matches: [], guessed: true, nearest: ['Paul Marrow'] });
});

// Names that are remembered only nearly.

import { expect, test } from 'vitest';
import { matchNames, rankNames } from '../../src/search/names.ts';

const names = ['Paul Marrow', 'Paloma Fenwick', 'Odette Quill', 'Paul Tansy'].map((name, at) => ({
  id: `${at}`,
  number: at + 1,
  name,
  words: name.toLowerCase().split(' '),
}));
const meant = (typed: string) => matchNames(typed, names).matches.map(({ name }) => name);

test.each([
  ['paul', ['Paul Marrow', 'Paul Tansy']],
  ['pual', ['Paul Marrow', 'Paul Tansy']],
  ['pual tansey', ['Paul Tansy']],
  ['paulo', ['Paul Marrow', 'Paul Tansy']],
  ['palma', ['Paloma Fenwick']],
  ['odete', ['Odette Quill']],
  ['quil odette', ['Odette Quill']],
  ['bartholomew', []],
])('“%s” means %j', (typed, expected) => {
  expect(meant(typed)).toEqual(expected);
});

test('names that are hardly farther from what was typed than the nearest are meant as well', () => {
  const alike = ['Jan Monk', 'Jason Fern', 'Amal Reed', 'Salma Reed'].map((name, at) => ({
    id: `${at}`,
    number: at + 1,
    name,
    words: name.toLowerCase().split(' '),
  }));
  const found = (typed: string) => matchNames(typed, alike).matches.map(({ name }) => name);
  expect(found('jaon')).toEqual(['Jan Monk', 'Jason Fern']);
  expect(found('aal')).toEqual(['Amal Reed']);
});

test('a guess says that it is one', () => {
  expect(matchNames('paul', names).guessed).toBe(false);
  expect(matchNames('pual', names)).toMatchObject({ guessed: true, nearest: ['Paul Marrow', 'Paul Tansy'] });
});

test.each([
  ['paul', ['Paul Marrow', 'Paul Tansy']],
  // Whole words go before what is only begun, and slips come last.
  ['pal', ['Paloma Fenwick', 'Paul Marrow', 'Paul Tansy']],
  ['pual', ['Paul Marrow', 'Paul Tansy']],
  ['odete', ['Odette Quill']],
  ['quill o', ['Odette Quill']],
  // What is a slip away from none is compared letter by letter.
  ['ette qui', ['Odette Quill']],
  ['bartholomew', []],
])('while “%s” is typed, %j are offered', (typed, expected) => {
  expect(rankNames(typed, names, 10).map(({ name }) => name)).toEqual(expected);
});

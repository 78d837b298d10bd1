// British and American spellings of one word.

import { expect, test } from 'vitest';
import { otherSpellings } from '../../src/search/spellings.ts';

test.each([
  ['colour', 'color'],
  ['colors', 'colours'],
  ['favourite', 'favorite'],
  ['behavioral', 'behavioural'],
  ['organise', 'organize'],
  ['organizations', 'organisations'],
  ['analysed', 'analyzed'],
  ['centre', 'center'],
  ['theaters', 'theatres'],
])('“%s” is also “%s”', (written, other) => {
  expect(otherSpellings(written)).toContain(other);
});

test.each(['four', 'hour', 'your', 'for', 'size', 'rise', 'enter', 'is'])('“%s” is spelled in one way', (written) => {
  expect(otherSpellings(written)).toEqual([]);
});

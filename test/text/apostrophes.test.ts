// Words with their apostrophe and without.

import { expect, test } from 'vitest';
import { withOrWithoutApostrophe } from '../../src/text/apostrophes.ts';

test.each([
  ['dont', ["don't"]],
  ["don't", ['dont']],
  ['youre', ["you're"]],
  ["they've", ['theyve']],
  ['thats', ["that's"]],
  ['its', ["it's"]],
  ["it's", []],
  ['lets', ["let's"]],
  ["let's", []],
  ['were', []],
  ["we're", []],
  ["we'll", []],
  ['tent', []],
  ['pants', []],
  ["o'clock", ['oclock']],
])('“%s” may be written %j', (form, others) => {
  expect(withOrWithoutApostrophe(form)).toEqual(others);
});

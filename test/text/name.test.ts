// Written forms of one name share a key; two people's names do not.
import { describe, expect, test } from 'vitest';
import { nameKey } from '../../src/text/name.ts';

describe('the key of a name', () => {
  test.each([
    ['Ann Example', 'ANN EXAMPLE:'],
    ['Ann Example', ' ann   example '],
    ['Renée Example', 'Renee Example'],
    ['Ann O’Example', "Ann O'Example"],
    ['Ann B. Example, Psy.D', 'Ann Example, PsyD'],
    ['Ann Example', 'Dr. Ann Example, PhD, MD'],
    ['Budi Contoh', 'Budi Contoh, S.Kom., M.T.'],
    ['Ann Example', 'Ann Example (host)'],
    ['Robert Example, Jr.', 'Robert Example Jr'],
    ['Mr. John Example', 'John Example'],
    ['Аня Пример', 'АНЯ ПРИМЕР:'],
  ])('%s is %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test.each([
    ['Ann Example', 'Anna Example'],
    ['J. Example', 'K. Example'],
    ['J. R. Example', 'J. Example Roe'],
    ['Robert Example', 'Robert Example Jr.'],
    ['Mr. Example', 'Mrs. Example'],
    ['Yo-Yo Ma', 'Yo-Yo'],
    ['Tran Van Ma', 'Tran Van'],
    ['Speaker 1', 'Speaker 2'],
    ['SPEAKER_00', 'SPEAKER_01'],
    ['राम', 'रमा'],
  ])('%s is not %s', (one, other) => {
    expect(nameKey(one)).not.toBe(nameKey(other));
  });

  test('a name of nothing but marks keeps something to go by', () => {
    expect(nameKey('???')).not.toBe('');
    expect(nameKey('')).toBe('');
  });
});

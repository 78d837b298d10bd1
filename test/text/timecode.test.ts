// Times are read in every shape that transcripts have, and written as people read them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTimecode, parseTimecode } from '../../src/text/timecode.ts';

describe('reading a time', () => {
  test.each([
    ['2:11', 131],
    ['02:11', 131],
    ['1:02:11', 3731],
    ['00:02:11,250', 131.25],
    ['00:02:11.25', 131.25],
    ['0:01.5', 1.5],
    ['.5', 0.5],
    ['0.860', 0.86],
    ['7,380', 7.38],
    ['131', 131],
    ['75:30', 4530],
    ['100:00:01', 360_001],
    ['1234:00:00.001', 4_442_400.001],
    ['00:12:01:04', 721],
    ['00:12:01;04', 721],
    [' 0:07 ', 7],
  ])('%s is %d seconds', (text, seconds) => {
    expect(parseTimecode(text)).toBe(seconds);
  });

  test.each([
    '',
    ':',
    '.',
    '1:',
    ':1',
    '1:75',
    '1:75:00',
    '1:60:00',
    '-1:00',
    '1:2:3:4:5',
    '1e3',
    'NaN',
    '0x10',
    '1 000',
    '12:ab',
    '00:12.34.56',
  ])('%j is no time', (text) => {
    expect(parseTimecode(text)).toBeUndefined();
  });
});

describe('writing a time', () => {
  test.each([
    [0, '0:00'],
    [131, '2:11'],
    [131.99, '2:11'],
    [3731, '1:02:11'],
    [360_001, '100:00:01'],
    [-3, '0:00'],
    [Number.NaN, '0:00'],
  ])('%d is %s', (seconds, text) => {
    expect(formatTimecode(seconds)).toBe(text);
  });

  test('what was written reads back as the same whole second', () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), (seconds) => {
        expect(parseTimecode(formatTimecode(seconds))).toBe(seconds);
      }),
    );
  });
});

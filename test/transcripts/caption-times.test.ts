// When a caption is shown, also where that slipped in typing: no time is ever quoted, and none costs the words of a file.
import { describe, expect, test } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { captionTimes } from '../../src/transcripts/caption-times.ts';
import { parseTranscript } from '../../src/transcripts/parse.ts';

describe('a line of two times', () => {
  test.each([
    ['00:00:01,000 --> 00:00:03,500', 1, 3.5],
    ['0.860 --> 7.380', 0.86, 7.38],
    ['00:01.000 --> 00:03.000 align:start position:0%', 1, 3],
    ['00:00:03,000 -> 00:00:04,000', 3, 4],
    ['00:00:03,000 – > 00:00:04,000', 3, 4],
    ['00:00:03,000 → 00:00:04,000', 3, 4],
    ['00: 00: 03,000 -> 00: 00: 04, 000', 3, 4],
    ['00 : 00 : 03,000 --> 00 : 00 : 04,000', 3, 4],
    ['00:00:03 --> ', 3, undefined],
    [' --> 00:00:03', undefined, 3],
    ['-00:00:01,000 --> 00:00:03,000', undefined, 3],
    ['00:00:99,000 --> 00:01:03,000', undefined, 63],
    ['00:0x.000 --> 00:04.000', undefined, 4],
    ['00:00:02,000 --> soon', 2, undefined],
  ])('%s', (line, startSeconds, endSeconds) => {
    expect(captionTimes(line, () => false)).toEqual({ startSeconds, endSeconds });
  });

  test('and what stands below a number is one, whatever it reads', () => {
    expect(captionTimes('not a time --> x', () => true)).toEqual({ startSeconds: undefined, endSeconds: undefined });
  });

  test.each([
    'Three --> arrow in text.',
    'From 3:15 --> 4:20 we talked.',
    'from A -> B',
    'from 1.5 -> 2.5',
    '10 -> 20',
    'A → B',
    '-->',
    'x > y',
    'He said 3:15 -> no.',
    '',
    '-'.repeat(100_000),
    `1:0${'0'.repeat(100_000)} --> 2`,
  ])('but not %.40s', (line) => {
    expect(captionTimes(line, () => false)).toBeUndefined();
  });
});

function segments(...times: readonly string[]) {
  const captions = times.map((line, at) => `${at + 1}\n${line}\nThe words ${at + 1} are here.\n`);
  return parseTranscript(captions.join('\n')).segments.map(({ text, startSeconds, timing }) => [
    text,
    timing === 'exact' ? startSeconds : timing,
  ]);
}

const second = (at: number) => `00:00:${10 + at * 20},000 --> 00:00:${12 + at * 20},000`;

describe('a time that cannot be read', () => {
  test.each([['-00:00:30,000 --> 00:00:x,000'], ['00:00:99,000 --> soon'], ['soon --> later'], ['00:00:30 --> ']])(
    'is unknown, and costs no words: %s',
    (line) => {
      const read = segments(second(0), line, second(2));
      expect(read.map(([text]) => text).join(' ')).toBe(
        'The words 1 are here. The words 2 are here. The words 3 are here.',
      );
      expect(read[0]?.[1]).toBe(10);
      expect(read.at(-1)?.[1]).toBe(read.length > 1 ? 50 : 10);
    },
  );

  test('where most are such, the file is refused with the first of them', () => {
    try {
      segments(second(0), 'soon --> later', second(1), 'now --> then');
      throw new Error('It was read.');
    } catch (error) {
      expect(error).toBeInstanceOf(VerbatimError);
      expect(error).toMatchObject({ code: 'malformed', line: 6 });
    }
  });

  test('a short arrow is read as well', () => {
    expect(segments(second(0), second(1).replace('-->', '->'), second(2).replace('-->', '->'))).toEqual([
      ['The words 1 are here.', 10],
      ['The words 2 are here.', 30],
      ['The words 3 are here.', 50],
    ]);
    expect(segments(...[0, 1, 2].map((at) => second(at).replace('-->', '→')))).toHaveLength(3);
  });
});

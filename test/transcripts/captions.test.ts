// Who speaks in captions: names inside markup, and people without names who take turns behind dashes.
import { describe, expect, test } from 'vitest';
import { parseTranscript } from '../../src/transcripts/parse.ts';

/** Each string is one caption of four seconds. */
function said(...captions: readonly string[]): (readonly [speaker: string | undefined, words: string])[] {
  const blocks = captions.map((lines, at) => `${at + 1}\n00:00:${at + 10},000 --> 00:00:${at + 11},000\n${lines}\n`);
  return parseTranscript(blocks.join('\n')).segments.map(({ speaker, text }) => [speaker, text] as const);
}

describe('a name inside markup is a name', () => {
  test.each([
    ['<i>Dave Jones: Yes.</i>'],
    ['<font color="#ffffff">Dave Jones: Yes.</font>'],
    ['<b>Dave Jones:</b> Yes.'],
    ['{\\an8}<b><i>Dave Jones</i></b>: Yes.'],
  ])('%s', (caption) => {
    expect(said('Ann Roe: Well?', caption, 'Ann Roe: Good.')).toEqual([
      ['Ann Roe', 'Well?'],
      ['Dave Jones', 'Yes.'],
      ['Ann Roe', 'Good.'],
    ]);
  });
});

describe('two people in one caption, a dash before each', () => {
  test('are two, and neither is who spoke before', () => {
    expect(said('Ann Roe: Well?', '- Hello you.\n- No, you!', 'Ann Roe: Good.')).toEqual([
      ['Ann Roe', 'Well?'],
      [undefined, 'Hello you.'],
      [undefined, 'No, you!'],
      ['Ann Roe', 'Good.'],
    ]);
  });

  test('keep their second lines; one alone is somebody else as well', () => {
    expect(said('It rains', '-Hello\nyou.\n-No, you!', '<i>- You.</i>')).toEqual([
      [undefined, 'It rains'],
      [undefined, 'Hello you.'],
      [undefined, 'No, you!'],
      [undefined, 'You.'],
    ]);
  });

  test('are themselves where they are named', () => {
    expect(said('- Ann Roe: Hello you.\n- Dave Jones: No, you!')).toEqual([
      ['Ann Roe', 'Hello you.'],
      ['Dave Jones', 'No, you!'],
    ]);
  });

  test('a minus is no dash, and one dash in a file tells nothing', () => {
    expect(said('- One\n- Two', 'It was', '-5 degrees.')).toEqual([
      [undefined, 'One'],
      [undefined, 'Two It was -5 degrees.'],
    ]);
    expect(said('Ann Roe: It was', '- well - cold.')).toEqual([['Ann Roe', 'It was - well - cold.']]);
  });
});

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

describe('">>" says that somebody else speaks', () => {
  test.each([
    [
      'named or not',
      ['>> Ann Roe: Well?', '>> Yes.', '>>Ann Roe: Good.'],
      [
        ['Ann Roe', 'Well?'],
        [undefined, 'Yes.'],
        ['Ann Roe', 'Good.'],
      ],
    ],
    [
      'within a line',
      ['Ann Roe: Well? >> Yes. >> No.', '&gt;&gt; Oh.'],
      [
        ['Ann Roe', 'Well?'],
        [undefined, 'Yes.'],
        [undefined, 'No.'],
        [undefined, 'Oh.'],
      ],
    ],
    [
      'in one caption alone',
      ['It is on.', '>> Yes. >> No.'],
      [
        [undefined, 'It is on.'],
        [undefined, 'Yes.'],
        [undefined, 'No.'],
      ],
    ],
    [
      'in front of a line alone',
      ['Ann Roe: It is on.', '>> Yes.'],
      [
        ['Ann Roe', 'It is on.'],
        [undefined, 'Yes.'],
      ],
    ],
    ['once is no custom', ['Ann Roe: Then 1 >> 2', 'it was.'], [['Ann Roe', 'Then 1 >> 2 it was.']]],
  ])('%s', (_, captions, expected) => {
    expect(said(...captions)).toEqual(expected);
  });
});

test('a name in capitals in a file of voices is no words of the voice before', () => {
  const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ann Roe>Hello.\n\n00:02.000 --> 00:03.000\nJOHN: Hi.\n';
  expect(parseTranscript(vtt).segments.map(({ speaker, text }) => [speaker, text])).toEqual([
    ['Ann Roe', 'Hello.'],
    ['JOHN', 'Hi.'],
  ]);
});

describe('captions that roll say nothing twice', () => {
  test.each([
    [
      'line by line',
      ['the kettle', 'the kettle\nis on', 'is on\nand it', 'and it\nsings'],
      'the kettle is on and it sings',
    ],
    ['word by word', ['the', 'the kettle', 'the kettle is', 'the kettle is on'], 'the kettle is on'],
    ['both', ['the', 'the kettle', 'the kettle\nis', 'the kettle\nis on', 'is on\nnow'], 'the kettle is on now'],
    ['and people may twice', ['No.', 'No.', 'No.', 'Yes.', 'Yes.', 'No.'], 'No. No. No. Yes. Yes. No.'],
    [
      'and people may',
      ['It is on.', 'It is on.', 'No.', 'Yes.', 'No.', 'Ah.', 'So.'],
      'It is on. It is on. No. Yes. No. Ah. So.',
    ],
  ])('%s', (_, captions, expected) => {
    expect(said(...captions)).toEqual([[undefined, expected]]);
  });
});

describe('a caption that is written twice', () => {
  test.each([
    ['', '', 'Oh no.'],
    ['<v Ann>', 'Ann', 'Oh no.'],
  ])('at the same times is said once, and later again %s', (voice, speaker, words) => {
    const at = (start: number) => `00:0${start}.000 --> 00:0${start + 1}.000\n${voice}${words}\n`;
    const { segments } = parseTranscript(`WEBVTT\n\n${[1, 1, 2, 2, 2, 4].map(at).join('\n')}`);
    expect(segments.map((segment) => segment.text).join(' ')).toBe('Oh no. Oh no. Oh no.');
    expect(new Set(segments.map((segment) => segment.speaker ?? ''))).toEqual(new Set([speaker]));
  });

  test('by another voice is said by both', () => {
    const at = (name: string) => `00:01.000 --> 00:02.000\n<v ${name}>No.\n`;
    const { segments } = parseTranscript(`WEBVTT\n\n${['Ann', 'Ben'].map(at).join('\n')}`);
    expect(segments.map(({ speaker, text }) => [speaker, text])).toEqual([
      ['Ann', 'No.'],
      ['Ben', 'No.'],
    ]);
  });
});

test('words that are shown one by one have their own times', () => {
  const vtt =
    'WEBVTT\n\n00:01.000 --> 00:09.000\n<v Ann>Is it?<00:03.500><c> It</c><00:04.000><c> is.</c>\n<v Ben>Oh.\n';
  const [first, second] = parseTranscript(vtt.replace('<00:03.500>', '</v>\n<v Ben><00:03.500>')).segments;
  expect(first).toMatchObject({ speaker: 'Ann', text: 'Is it?', startSeconds: 1 });
  expect(second).toMatchObject({ speaker: 'Ben', text: 'It is. Oh.', startSeconds: 3.5, timing: 'exact' });
});

test('files that were put one behind the other keep their headers for themselves', () => {
  const part = 'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:900000,LOCAL:00:00:00.000\n\n00:01.000 --> 00:02.000\nHello.';
  for (const between of ['', '\n', '\n\n']) {
    const { segments } = parseTranscript(`${part}\n${between}\uFEFF${part}`);
    expect(segments.map(({ text }) => text)).toEqual(['Hello. Hello.']);
  }
});

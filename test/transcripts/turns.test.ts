// Who speaks in a line is told from clauses, headings and lists that have a colon as well.
import { describe, expect, test } from 'vitest';
import { nameShape } from '../../src/transcripts/names.ts';
import { turnReader } from '../../src/transcripts/turns.ts';

function read(text: string, whole = true): (string | undefined)[] {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim());
  const reader = turnReader(lines, { whole });
  return lines.map((line) => reader(line)?.name);
}

describe('the shape of a name', () => {
  test.each([
    'Ann Example',
    'Ann',
    'ANN EXAMPLE',
    'Dr. Ann B. Example',
    'Ann Example, PhD',
    'Ann Example, Psy.D',
    'Budi Contoh, S.Kom., M.T.',
    "Ann O'Example",
    'Ann O’Example',
    'Ann-Marie Example-Roe',
    'J. R. R. Example',
    'Ludwig van der Beispiel',
    'Siti binti Contoh',
    'Ann “Annie” Example',
    'Ann Example (host)',
    'Ann and Ben',
    'D. J. Beispiel Jr.',
    'Élodie Exemple',
    'Аня Пример',
    'Άννα Παράδειγμα',
    '山田花子',
    '山田 花子',
    'राम उदाहरण',
    'مثال',
    'McExample',
    'Q',
  ])('%s can be one', (name) => {
    expect(nameShape(name)).toBe('name');
  });

  test.each(['SPEAKER_00', 'Speaker 2', 'Unknown Speaker', 'Host', 'Audience member', 'Narasumber', 'Interviewer'])(
    '%s is a label or a part',
    (name) => {
      expect(nameShape(name)).toBe('label');
    },
  );

  test.each([
    "Here's the thing",
    'The point is this',
    'It’s',
    'I said',
    'Well, you know',
    'https',
    '3',
    '12',
    'What?',
    'Ann said',
    'Recommendation',
    'Tip',
    'Kindness',
    'ann example',
    'Wait… What',
    'One. Two',
    'One more thing that I wanted to say is this one here',
    '',
    '***',
  ])('%s can be none', (name) => {
    expect(nameShape(name) === undefined || nameShape(name) === 'phrase').toBe(true);
  });
});

describe('turns', () => {
  test('names that come again, and clauses that do not', () => {
    expect(
      read(`
        Ann: Hello. Here is the thing: it works.
        Here's the thing: it works.
        Ben: Does it?
        The point is this: it does.
        Remember: it did.
        Ann: I remember.
        It costs: nothing.
        Ben: Nothing: that is what it costs.
      `),
    ).toEqual(['Ann', undefined, 'Ben', undefined, undefined, 'Ann', undefined, 'Ben']);
  });

  test('a word that the text also writes small is no name until it comes often', () => {
    expect(
      read(`
        Ann: I had a problem. The problem was large.
        Ben: Tell me.
        Problem: it was large.
        Ann: Enough.
      `),
    ).toEqual(['Ann', 'Ben', undefined, 'Ann']);
    const will = 'Will: I will.\nAnn: You will?\n'.repeat(4);
    expect(new Set(read(will))).toEqual(new Set(['Will', 'Ann']));
  });

  test('names that differ in case or accents alone are one, called as most often', () => {
    expect(read('Ann: Hello.\nBob: Hi.\nAnn: More.\nann: Sure.\nBob: ok\nAnn: bye.')).toEqual([
      'Ann',
      'Bob',
      'Ann',
      'Ann',
      'Bob',
      'Ann',
    ]);
    expect(read('Zoé: Hello.\nBOB: Hi.\nZoé: More.\nZoe: Sure.\nzoé lee: Oh.\nBob: Ok.\nBob: Bye.')).toEqual([
      'Zoé',
      'Bob',
      'Zoé',
      'Zoé',
      undefined,
      'Bob',
      'Bob',
    ]);
  });

  test('a small label that is nobody else costs nobody their words', () => {
    expect(read('Ann: Hello.\nBob: Hi.\nAnn: More.\nann lee: Sure.\nBob: Bye.')).toEqual([
      'Ann',
      'Bob',
      'Ann',
      undefined,
      'Bob',
    ]);
  });

  test('small labels are names where most lines open with one, and it comes again', () => {
    expect(read('ann lee: hello.\nbob: hi.\nann lee: the point is this: it works.\nbob: ok.')).toEqual([
      'ann lee',
      'bob',
      'ann lee',
      'bob',
    ]);
    expect(read('Ann: Hello.\nbob: hi.\nAnn: Well.\nbob: ok.\nAnn: So.\nbob: so.')).toEqual(
      ['Ann', 'bob'].flatMap((name, _, all) => (name === 'Ann' ? [...all, ...all, ...all] : [])),
    );
    expect(read('so: it works.\nand then\nremember: it did.\nwe said\nremember: it did.')).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('a heading with a colon is no turn', () => {
    expect(read('The Talk: Numbers or Customers\nKettles: A History\nAnn: Hi.\nBen: Ho.\nAnn: Hm.')).toEqual([
      undefined,
      undefined,
      'Ann',
      'Ben',
      'Ann',
    ]);
  });

  test('two people who speak once each are two people', () => {
    expect(read('Ann: Hello.\nBen: Hello.')).toEqual(['Ann', 'Ben']);
  });

  test('a part or mood in brackets makes nobody else of them', () => {
    expect(
      read('Ann Bee: Hello.\nBen Cee: Yes.\nAnn Bee (laughing): You know.\nBEN CEE (host) [12:30]: Right.'),
    ).toEqual(['Ann Bee', 'Ben Cee', 'Ann Bee', 'Ben Cee']);
  });

  test('question and answer are parts where both are, and words beside names that a machine gave', () => {
    expect(read('Question: Is it on?\nAnswer: It is.')).toEqual(['Question', 'Answer']);
    expect(read('Ann: Hello.\nBen: Hi.\nQuestion: is it on?\nAnn: Yes.')).toEqual(['Ann', 'Ben', undefined, 'Ann']);
    expect(read('[SPEAKER_00]: Hello.\nQuestion: is it on?\nQuestion: who is it?\n[SPEAKER_01]: Me.')).toEqual([
      'SPEAKER_00',
      undefined,
      undefined,
      'SPEAKER_01',
    ]);
  });

  test('in captions a name in capitals is one at once, where not all is in capitals', () => {
    const captions = 'Hello there.\nJOHN: no, you\nWell.\nFBI: open up\nWARNING: it is hot\nYes.';
    expect(read(captions, false)).toEqual([undefined, 'JOHN', undefined, undefined, undefined, undefined]);
    expect(read(captions.toUpperCase(), false)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect(read('We saw it on video.\nVIDEO: a kettle\nWell.\nYes.', false)[1]).toBeUndefined();
  });

  test('somebody who speaks once is somebody, also where sentences end without a stop', () => {
    expect(read('มะลิ ใบตอง: ชาร้อนมาก\nสมชาย ใจดี: ครับ อร่อย\nมะลิ ใบตอง: เห็นด้วยค่ะ')).toEqual([
      'มะลิ ใบตอง',
      'สมชาย ใจดี',
      'มะลิ ใบตอง',
    ]);
  });

  test('somebody who speaks once is somebody', () => {
    expect(read('Ann: Hello.\nBen: Hello.\nAnn: Who is it?\nCarla Example: Me.\nBen: Oh.')).toEqual([
      'Ann',
      'Ben',
      'Ann',
      'Carla Example',
      'Ben',
    ]);
  });

  test.each([
    ['[00:01:02] Ann Example: Hi.', 'Ann Example', 62, 'Hi.'],
    ['00:01:02 - Ann Example: Hi.', 'Ann Example', 62, 'Hi.'],
    ['Ann Example (01:02): Hi.', 'Ann Example', 62, 'Hi.'],
    ['Ann Example [1:02]: Hi.', 'Ann Example', 62, 'Hi.'],
    ['Ann Example 1:02: Hi.', 'Ann Example', 62, 'Hi.'],
    ['Ann Example: (01:02) Hi.', 'Ann Example', 62, 'Hi.'],
    ['Ann Example: (01:02)', 'Ann Example', 62, ''],
    ['Ann Example: 1:02 it was.', 'Ann Example', undefined, '1:02 it was.'],
    ['>>Ann Example: Hi.', 'Ann Example', undefined, 'Hi.'],
    ['[SPEAKER_00]: Hi.', 'SPEAKER_00', undefined, 'Hi.'],
    ['- Ann Example: Hi.', 'Ann Example', undefined, 'Hi.'],
    ['>> Ann Example: Hi.', 'Ann Example', undefined, 'Hi.'],
    ['Ann Example : Hi.', 'Ann Example', undefined, 'Hi.'],
    ['山田花子：はい。', '山田花子', undefined, 'はい。'],
    ['Ann Example:', 'Ann Example', undefined, ''],
  ])('%s', (line, name, startSeconds, text) => {
    const turn = turnReader([line, line], { whole: true })(line);
    expect(turn?.name).toBe(name);
    expect(turn?.startSeconds).toBe(startSeconds);
    expect(turn?.text).toBe(text);
  });

  test.each([
    'https://example.org: no',
    'It is 3:15 now',
    'Re:boot',
    '::',
    ': Hi',
    'a'.repeat(100_000),
    `${'A'.repeat(100_000)}: x`,
  ])('none in %.30s', (line) => {
    expect(turnReader([line, line], { whole: true })(line)).toBeUndefined();
  });
});

describe('more names than a talk has speakers', () => {
  const crowd = Array.from({ length: 5001 }, (_, index) => `${nameOf(index)} Example: Hello to you.`).join('\n');

  test('whole lines that open so are no talk', () => {
    expect(() => read(crowd)).toThrow('more than 5,000 different names');
  });

  test('captions name those who came first, and keep the words of all', () => {
    const names = read(crowd, false);
    expect(names.slice(4999)).toEqual([`${nameOf(4999)} Example`, undefined]);
  });
});

/** Another one for each number. */
function nameOf(index: number): string {
  const letters = [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]);
  return `A${letters.join('')}`;
}

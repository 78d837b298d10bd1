// Cues become segments: every word kept, whole sentences, and times that were written or lie between such.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentsOf as cut, longestSegment } from '../../src/transcripts/segment.ts';
import { layOut } from '../../src/transcripts/tape.ts';
import type { Cue } from '../../src/transcripts/transcript.ts';

const segmentsOf = (cues: readonly Cue[], language: string) => cut(layOut(cues), language);

const times = (cues: readonly Cue[]) =>
  segmentsOf(cues, 'en').map(({ text, startSeconds, timing }) => [text, startSeconds, timing]);

describe('words', () => {
  const word = fc.constantFrom(
    'kettle',
    'Tea.',
    'well…',
    'Dr.',
    '"Oh!"',
    '[laughs]',
    'so,',
    'これは。',
    '👨‍👩‍👧',
    '-known',
    ',',
    'I',
  );
  const cue: fc.Arbitrary<Cue> = fc
    .record({
      words: fc.array(word, { maxLength: 60 }),
      speaker: fc.constantFrom('Ann', 'Ben', null, undefined),
      startSeconds: fc.option(fc.integer({ min: -5, max: 9000 }), { nil: undefined }),
      endSeconds: fc.option(fc.integer({ min: -5, max: 9000 }), { nil: undefined }),
      paragraph: fc.boolean(),
    })
    .map(({ words, speaker, startSeconds, endSeconds, paragraph }) => ({
      text: words.join(' '),
      paragraph,
      ...(speaker === undefined ? {} : { speaker }),
      ...(startSeconds === undefined ? {} : { startSeconds }),
      ...(endSeconds === undefined ? {} : { endSeconds }),
    }));
  const bare = (texts: readonly string[]): string => texts.join('').replace(/\s+/g, '');

  test('none is lost, none is added, none changes its place', () => {
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 30 }), (cues) => {
        const segments = segmentsOf(cues, 'en');
        expect(bare(segments.map(({ text }) => text))).toBe(bare(cues.map(({ text }) => text)));
        for (const { text, startSeconds, endSeconds, timing } of segments) {
          expect(text).toBe(text.trim());
          expect(text).not.toBe('');
          expect(text.length).toBeLessThanOrEqual(longestSegment);
          expect(timing === undefined).toBe(startSeconds === undefined);
          expect(endSeconds ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(startSeconds ?? 0);
        }
      }),
    );
  });

  test('every time that is called exact stands in a cue', () => {
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 30 }), (cues) => {
        const written = new Set(cues.flatMap(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]));
        for (const { startSeconds, timing } of segmentsOf(cues, 'en')) {
          if (timing === 'exact') expect(written).toContain(startSeconds);
        }
      }),
    );
  });

  test('a long talk is divided evenly, at the ends of sentences', () => {
    const text = 'This sentence has exactly fifty letters, more or so. '.repeat(26).trim();
    const segments = segmentsOf([{ text, speaker: 'Ann' }], 'en');
    expect(segments.length).toBe(3);
    for (const segment of segments) {
      expect(segment.text).toMatch(/\.$/);
      expect(segment.text.length).toBeGreaterThan(400);
    }
  });

  test('a sentence longer than a segment is cut at a clause', () => {
    const text = `${'and then we went on and on, '.repeat(30)}and stopped.`;
    for (const segment of segmentsOf([{ text }], 'en').slice(0, -1)) expect(segment.text).toMatch(/,$/);
  });

  test('a long silence ends a passage', () => {
    const cues: Cue[] = [
      { text: 'One.', startSeconds: 1, endSeconds: 2 },
      { text: 'Two.', startSeconds: 4, endSeconds: 5 },
      { text: 'Three.', startSeconds: 30, endSeconds: 31 },
    ];
    expect(segmentsOf(cues, 'en').map(({ text }) => text)).toEqual(['One. Two.', 'Three.']);
  });

  test('paragraphs and speakers are never joined', () => {
    const cues: Cue[] = [
      { text: 'One', speaker: 'Ann', paragraph: true },
      { text: 'Two', paragraph: true },
      { text: 'three.' },
      { text: 'Four.', speaker: 'Ben' },
      { text: 'Five.', speaker: null },
    ];
    expect(segmentsOf(cues, 'en')).toEqual([
      { speaker: 'Ann', text: 'One' },
      { speaker: 'Ann', text: 'Two three.' },
      { speaker: 'Ben', text: 'Four.' },
      { text: 'Five.' },
    ]);
  });

  test.each([
    [['I', 'am', ',', ' ', 'here', '.'], 'I am, here.'],
    [['well', '-known', '“', 'Oh', '”', '(', 'yes', ')', '!'], 'well-known “Oh” (yes)!'],
    [['don', "'t", 'go', '…'], "don't go…"],
    [['これは', '文です', '。'], 'これは文です。'],
    [['안녕', '하세요'], '안녕 하세요'],
    [['- Hi', '- Ho'], '- Hi - Ho'],
    [['a\n b ', ' c'], 'a b c'],
  ])('%j reads %s', (cues, text) => {
    expect(
      segmentsOf(
        cues.map((cue) => ({ text: cue })),
        'en',
      ),
    ).toEqual([{ text }]);
  });
});

describe('times', () => {
  test('a segment starts when its first word does', () => {
    expect(
      times([
        { text: 'Hello', startSeconds: 1, endSeconds: 1.5, speaker: 'Ann' },
        { text: 'there.', startSeconds: 1.5, endSeconds: 2 },
        { text: 'Hi.', startSeconds: 1.9, endSeconds: 3, speaker: 'Ben' },
      ]),
    ).toEqual([
      ['Hello there.', 1, 'exact'],
      ['Hi.', 1.9, 'exact'],
    ]);
  });

  test('none is invented before the first and after the last that is known', () => {
    const cues: Cue[] = [
      { text: 'Before.', paragraph: true },
      { text: '[01:00] At the mark.', paragraph: true },
      { text: 'After.', paragraph: true },
    ];
    expect(times(cues)).toEqual([
      ['Before.', undefined, undefined],
      ['At the mark.', 60, 'exact'],
      ['After.', undefined, undefined],
    ]);
  });

  test('between two known times they are estimated by how much is said, and say so', () => {
    const said = 'word '.repeat(40).trim();
    const found = times([
      { text: `[01:00] ${said}`, paragraph: true },
      { text: said, paragraph: true },
      { text: `[01:20] ${said}`, paragraph: true },
    ]);
    expect(found[1]).toEqual([said, 70, 'interpolated']);
    expect(found[2]).toEqual([said, 80, 'exact']);
  });

  test('two times too far apart tell nothing of what lies between', () => {
    const said = 'word '.repeat(60).trim();
    const found = times([
      { text: `[01:00] ${said}`, paragraph: true },
      { text: said, paragraph: true },
      { text: `[21:20] ${said}`, paragraph: true },
    ]);
    expect(found[1]).toEqual([said, undefined, undefined]);
  });

  test('the only mark within a passage is the best that is known of it', () => {
    expect(times([{ text: 'I said [crosstalk 00:02:11]- and so on.' }])).toEqual([
      ['I said [crosstalk 00:02:11]- and so on.', 131, 'interpolated'],
    ]);
  });

  test.each([
    ['[02:11] Right at it.', 'Right at it.', 'exact'],
    ['[inaudible 02:11] Right at it.', '[inaudible 02:11] Right at it.', 'exact'],
    ['Ends with it. [02:11]', 'Ends with it.', undefined],
    ['In the[02:11] middle.', 'In the middle.', 'interpolated'],
    ['[00:02:11.00 to 00:02:15] Both.', 'Both.', 'exact'],
    ['[02.11] is a number, [12] and [2:99] too.', '[02.11] is a number, [12] and [2:99] too.', undefined],
  ])('%s', (written, text, timing) => {
    const [segment] = segmentsOf([{ text: written }], 'en');
    expect(segment?.text).toBe(text);
    expect(segment?.timing).toBe(timing);
    expect(segment?.startSeconds).toBe(timing === undefined ? undefined : 131);
  });

  test('a mark at the end of a paragraph is the time of the next', () => {
    expect(
      times([
        { text: 'One. [01:00]', paragraph: true },
        { text: 'Two.', paragraph: true },
      ])[1],
    ).toEqual(['Two.', 60, 'exact']);
  });

  test('after a pause that has an end, the words start there', () => {
    const cues: Cue[] = [
      { text: 'Before.', speaker: 'Ann' },
      { text: '', startSeconds: 60, endSeconds: 75, paragraph: true },
      { text: 'After.' },
    ];
    expect(segmentsOf(cues, 'en')).toEqual([
      { speaker: 'Ann', text: 'Before.', endSeconds: 60 },
      { speaker: 'Ann', text: 'After.', startSeconds: 75, timing: 'exact' },
    ]);
  });

  test('a typed mark that contradicts the others is a slip and counts for nothing', () => {
    const cues = ['[01:00] One.', '[02:00] Two.', '[59:00] Three.', '[04:00] Four.', '[05:00] Five.'];
    const found = times(cues.map((text) => ({ text, paragraph: true })));
    expect(found.map(([, seconds]) => seconds)).toEqual([60, 120, undefined, 240, 300]);
  });

  test('the file’s own times stay as they are when they go back or repeat', () => {
    const found = times([
      { text: 'One.', startSeconds: 5, speaker: 'Ann' },
      { text: 'Two.', startSeconds: 4.9, speaker: 'Ben' },
      { text: 'Three.', startSeconds: 4.9, speaker: 'Ann' },
      { text: 'Four.', startSeconds: Number.NaN, speaker: 'Ben' },
    ]);
    expect(found.map(([, seconds]) => seconds)).toEqual([5, 4.9, 4.9, undefined]);
  });
});

describe('moments within a segment', () => {
  const cue = (text: string, startSeconds: number): Cue => ({ text, startSeconds, endSeconds: startSeconds + 2 });

  test('are those of the captions it was made of, at the very characters that they begin with', () => {
    const cues = [
      cue('The kettle sang at noon, as it does on Sundays.', 1),
      cue('Nobody heard it but the cat, who said nothing.', 4.5),
      cue('Then the lid came off at last, with a whistle.', 8),
    ];
    const [segment, ...others] = segmentsOf(cues, 'en');
    expect(others).toEqual([]);
    expect(segment?.startSeconds).toBe(1);
    expect(segment?.moments?.map(({ at, seconds }) => [segment.text.slice(at, at + 6), seconds])).toEqual([
      ['Nobody', 4.5],
      ['Then t', 8],
    ]);
  });

  test('are not kept for every word, and never go backwards', () => {
    const said = 'the kettle sang at noon and nobody heard it but the cat who said nothing at all to anyone ';
    const words = said.repeat(3).trim().split(' ');
    const [segment] = segmentsOf(
      words.map((word, place) => cue(word, place === 12 ? 9 : place)),
      'en',
    );
    const seconds = segment?.moments?.map((moment) => moment.seconds) ?? [];
    expect(seconds.length).toBeGreaterThan(3);
    expect(seconds.length).toBeLessThan(words.length / 5);
    expect([...seconds].sort((one, other) => one - other)).toEqual(seconds);
  });

  test('are none where one time is all that is known', () => {
    expect(segmentsOf([{ text: 'The kettle sang.', startSeconds: 1 }, { text: 'At noon.' }], 'en')).toEqual([
      { text: 'The kettle sang. At noon.', startSeconds: 1, timing: 'exact' },
    ]);
  });
});

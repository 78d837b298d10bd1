// Sound marks are found by what stands in them, and what was said in brackets is left alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { soundMarks } from '../../src/text/sound-marks.ts';

const marked = (text: string): string[] => soundMarks(text).map(([from, to]) => text.slice(from, to));

describe('sound marks', () => {
  test.each([
    ['Yes. [laughs] No.', ['[laughs]']],
    ['[Laughter] (applause)', ['[Laughter]', '(applause)']],
    ['so [crosstalk 00:02:11]- right', ['[crosstalk 00:02:11]']],
    ['we use [unintelligible 00:15:18.13] here', ['[unintelligible 00:15:18.13]']],
    [
      '[song excerpt, Somebody - Something at Night 00:12:40.10]',
      ['[song excerpt, Somebody - Something at Night 00:12:40.10]'],
    ],
    ['♪ la la ♪', ['♪', '♪']],
    ['(upbeat music playing) Welcome', ['(upbeat music playing)']],
    ['*laughs* stop it', ['*laughs*']],
    ['[police siren sound in the background]', ['[police siren sound in the background]']],
    ['(tertawa) Iya. [tepuk tangan]', ['(tertawa)', '[tepuk tangan]']],
    ['[Musik] [Gelächter] [risas] [rires]', ['[Musik]', '[Gelächter]', '[risas]', '[rires]']],
    ['(笑) そうですね [拍手]', ['(笑)', '[拍手]']],
    ['[00:04:12]', ['[00:04:12]']],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });

  test.each([
    'it is called [Deno], not Dino',
    'an array [a, b, c] of things',
    'some people (I like music) disagree',
    'the values (0.5 to 1) matter',
    '[React. It is okay.]',
    'two*three*four',
    'laughs and music without brackets',
    '[unclosed laughs',
    '[]()',
  ])('none in %s', (text) => {
    expect(marked(text)).toEqual([]);
  });

  test('runs ascend, never overlap and lie within the text', () => {
    const pieces = fc.constantFrom(
      '[laughs]',
      '(music)',
      '[',
      ']',
      '(',
      ')',
      '*',
      '♪',
      'word ',
      '00:12',
      '\n',
      '[[laughs]]',
    );
    fc.assert(
      fc.property(fc.array(pieces), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const [from, to] of soundMarks(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          last = to;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

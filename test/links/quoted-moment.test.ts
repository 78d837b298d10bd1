// A quote leads to the moment of its own first words, as closely as the transcript tells.

import { describe, expect, test } from 'vitest';
import { quotedMoment } from '../../src/links/quoted-moment.ts';

const text = 'The kettle sang at noon. Nobody heard it but the cat. Then the lid came off at last.';
const segment = {
  text,
  startSeconds: 60.2,
  timing: 'interpolated',
  moments: [
    { at: text.indexOf('Nobody'), seconds: 63 },
    { at: text.indexOf('Then'), seconds: 67.5 },
  ],
} as const;

describe('the moment of a quote', () => {
  test.each([
    ['the whole passage', text, 60.2, 'interpolated'],
    ['its beginning', 'The kettle sang at noon.…', 60.2, 'interpolated'],
    ['where a moment is written', '…Nobody heard it but the cat. …', 63, 'exact'],
    ['behind a moment that is written', '… heard it but the cat. Then the lid…', 63, 'exact'],
    ['its end', '… Then the lid came off at last.', 67.5, 'exact'],
    ['words that are no longer there', 'Something else was said.', 60.2, 'interpolated'],
  ])('%s', (_what, shown, startSeconds, timing) => {
    expect(quotedMoment(segment, shown)).toMatchObject({ startSeconds, timing });
  });

  test('is that of its passage where no other is written, and unknown where that is', () => {
    const { moments: _, ...plain } = segment;
    expect(quotedMoment(plain, '… Then the lid came off at last.')).toMatchObject({ startSeconds: 60.2 });
    expect(quotedMoment({ text }, text).startSeconds).toBeUndefined();
  });
});

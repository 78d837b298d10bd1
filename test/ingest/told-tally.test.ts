// A tally that crosses from thread to thread says what it said before it crossed.

import { describe, expect, test } from 'vitest';
import { TallyListener, TallyTeller } from '../../src/ingest/told-tally.ts';
import type { Tally } from '../../src/text/tally.ts';

const wordsOf = ({ words, said, ends }: Tally): (string | undefined)[][] =>
  Array.from(ends, (end, at) => Array.from(said.subarray(ends[at - 1] ?? 0, end), (place) => words[place]));

describe('told tallies', () => {
  test('tell each word once', () => {
    const teller = new TallyTeller();
    const listener = new TallyListener();
    const first = teller.tell(['The lamp.', 'A lamp.']);
    const second = teller.tell(['The pier.', '[laughs]']);
    expect(first.newWords).toEqual(['The', 'lamp', 'A']);
    expect(second.newWords).toEqual(['pier']);
    const heard = [listener.hear(structuredClone(first)), listener.hear(structuredClone(second))];
    expect(heard.map(wordsOf)).toEqual([
      [
        ['The', 'lamp'],
        ['A', 'lamp'],
      ],
      [['The', 'pier'], []],
    ]);
  });

  test('start afresh where there are too many words', () => {
    const teller = new TallyTeller();
    const listener = new TallyListener();
    const many = Array.from({ length: 100_001 }, (_, at) => `w${at}`).join(' ');
    const before = listener.hear(teller.tell([many]));
    const told = teller.tell(['w7 and w7']);
    expect(told).toMatchObject({ afresh: true, newWords: ['w7', 'and'] });
    expect(wordsOf(listener.hear(told))).toEqual([['w7', 'and', 'w7']]);
    expect(before.words[7]).toBe('w7');
  });
});

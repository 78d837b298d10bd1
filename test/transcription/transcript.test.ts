// All pieces as one transcript: times shifted by where each piece really begins, and nobody credited with another's words.
import { expect, test } from 'vitest';
import type { SpokenPart } from '../../src/transcription/spoken.ts';
import { transcriptOf } from '../../src/transcription/transcript.ts';

const piece = (from: number, to: number, parts: readonly SpokenPart[], language?: string) => ({
  piece: { from, to },
  spoken: { parts, ...(language === undefined ? {} : { language }) },
  nameOf: (label: string) => `Speaker ${label}`,
});
const part = (start: number, text: string, speaker?: string): SpokenPart => {
  return { start, end: start + 1, text: ` ${text}`, ...(speaker === undefined ? {} : { speaker }) };
};

test('a moment is the piece’s own place plus the moment in it, to the sample', () => {
  // 7,654,321 samples at 16,000 a second.
  const { segments } = transcriptOf([
    piece(0, 7_654_321, [part(1.5, 'The first.', '1')]),
    piece(7_654_321, 9_000_000, [part(0.25, 'The second.', '2')]),
  ]);
  expect(segments).toEqual([
    { speaker: 'Speaker 1', startSeconds: 1.5, endSeconds: 2.5, timing: 'exact', text: 'The first.' },
    { speaker: 'Speaker 2', startSeconds: 478.645, endSeconds: 479.645, timing: 'exact', text: 'The second.' },
  ]);
});

test('a part with no voice is nobody’s where others have one; where none has, there are no speakers', () => {
  const mixed = transcriptOf([
    piece(0, 160_000, [part(0, 'Mine.', '1'), part(2, 'Whose?'), part(4, 'Mine again.', '1')]),
  ]);
  expect(mixed.segments.map(({ speaker }) => speaker)).toEqual(['Speaker 1', undefined, 'Speaker 1']);
  const plain = transcriptOf([piece(0, 160_000, [part(0, 'One.'), part(2, 'Two.')])]);
  expect(plain.segments).toMatchObject([{ text: 'One. Two.' }]);
  expect(plain.segments[0]).not.toHaveProperty('speaker');
});

test('the language is the one that the service heard, else the one of the words', () => {
  const words = 'Selamat pagi semuanya, hari ini kita akan membahas bagaimana cara membuat kopi yang enak di rumah.';
  expect(transcriptOf([piece(0, 160_000, [part(0, words)], 'id')]).language).toBe('id');
  expect(transcriptOf([piece(0, 160_000, [part(0, words)], 'indonesian')]).language).toBe('id');
});

test('an episode in which nothing is said has no transcript', () => {
  expect(() => transcriptOf([piece(0, 160_000, [])])).toThrow('heard nobody speak in it');
});

// Honest ears for the stand-in: it hears where in a piece somebody speaks, and knows a sentence again by how it sounds alone.
import type { SpokenSentence } from './speech.ts';

export interface Heard {
  /** Seconds from the start of what was listened to. */
  readonly start: number;
  readonly end: number;
  /** Absent: it is none that is known, or only a part of one. */
  readonly sentence?: SpokenSentence;
}

const frame = 160;
const secondsAFrame = frame / 16_000;
/** Shorter silences are within a sentence. */
const pauseFrames = 45;

export const isLoud = (sample: number): boolean => Math.abs(sample) > 250;

export function listen(samples: Int16Array, known: readonly SpokenSentence[]): Heard[] {
  const loudness = loudnessOf(samples);
  const runs: { first: number; last: number }[] = [];
  for (const [index, level] of loudness.entries()) {
    if (level < 120) continue;
    const before = runs.at(-1);
    if (before !== undefined && index - before.last < pauseFrames) before.last = index;
    else runs.push({ first: index, last: index });
  }
  return runs.map(({ first, last }) => {
    const sentence = recognise(loudness.slice(first, last + 1), known);
    const span = { start: first * secondsAFrame, end: (last + 1) * secondsAFrame };
    return sentence === undefined ? span : { ...span, sentence };
  });
}

function loudnessOf(samples: Int16Array): number[] {
  return Array.from({ length: Math.floor(samples.length / frame) }, (_, index) => {
    const part = samples.subarray(index * frame, (index + 1) * frame);
    return part.reduce((sum, sample) => sum + Math.abs(sample), 0) / frame;
  });
}

function recognise(heard: readonly number[], known: readonly SpokenSentence[]): SpokenSentence | undefined {
  let best: SpokenSentence | undefined;
  let least = 0.9;
  for (const sentence of known) {
    const score = likeness(heard, loudnessOf(sentence.samples));
    if (score > least) [best, least] = [sentence, score];
  }
  return best;
}

/** Soft beginnings are heard a little later or earlier than they are. */
const shifts = [-4, -3, -2, -1, 0, 1, 2, 3, 4];

/** 1: rises and falls alike and is as long; 0: nothing of the sort. */
function likeness(one: readonly number[], other: readonly number[]): number {
  if (Math.abs(one.length - other.length) > 20) return 0;
  return Math.max(
    ...shifts.map((shift) => correlation(one.slice(Math.max(0, shift)), other.slice(Math.max(0, -shift)))),
  );
}

function correlation(one: readonly number[], other: readonly number[]): number {
  const length = Math.min(one.length, other.length);
  const [a, b] = [centred(one.slice(0, length)), centred(other.slice(0, length))];
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b) || 1);
}

function product(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0);
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.map((value) => value - mean);
}

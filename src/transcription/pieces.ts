// Cuts an episode into pieces that a service takes, each cut at the quietest moment nearby: in a silence where there is one.

import { type Sound, samplesASecond } from './sound.ts';

/** From (inclusive) to (exclusive), in samples. */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** A cut is looked for within this part of a piece's greatest length, before and after where it would make even pieces. */
const leeway = 0.1;
/** So long it must be quiet on average: longer than the pauses within a word, shorter than those between sentences. */
const hushSeconds = 0.4;
const stepSeconds = 0.02;

/** Pieces of about equal length that cover all of it, one behind the other; the same sound is always cut the same way. */
export async function cutIntoPieces(sound: Sound, longest: number): Promise<Piece[]> {
  const pieces: Piece[] = [];
  let from = 0;
  while (sound.samples - from > longest) {
    const left = sound.samples - from;
    const goal = from + left / Math.ceil(left / (longest * (1 - leeway)));
    const reach = longest * leeway;
    const to = await quietest(sound, Math.floor(goal - reach), Math.floor(goal + reach));
    pieces.push({ from, to });
    from = to;
  }
  if (sound.samples > from) pieces.push({ from, to: sound.samples });
  return pieces;
}

/** The middle of the quietest moment there; of several the one nearest to the goal, half-way. */
async function quietest(sound: Sound, from: number, to: number): Promise<number> {
  const step = samplesASecond * stepSeconds;
  const loudness = loudnessOf(await sound.read(from, to), step);
  const length = Math.max(1, Math.min(loudness.length, Math.round(hushSeconds / stepSeconds)));
  let sum = loudness.slice(0, length).reduce((total, part) => total + part, 0);
  const goal = (loudness.length - length) / 2;
  let least = sum;
  let best = 0;
  for (let first = 1; first + length <= loudness.length; first++) {
    sum += (loudness[first + length - 1] ?? 0) - (loudness[first - 1] ?? 0);
    const isNearer = Math.abs(first - goal) < Math.abs(best - goal);
    if (sum < least || (sum === least && isNearer)) [least, best] = [sum, first];
  }
  return Math.min(to, from + Math.round((best + length / 2) * step));
}

/** Of each step, how loud it is: whole numbers, so that no rounding moves a cut. */
function loudnessOf(bytes: Buffer, step: number): number[] {
  const parts: number[] = [];
  for (let at = 0; at + step * 2 <= bytes.length; at += step * 2) {
    let sum = 0;
    for (let sample = 0; sample < step; sample++) sum += Math.abs(bytes.readInt16LE(at + sample * 2));
    parts.push(sum);
  }
  return parts;
}

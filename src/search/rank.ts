// Says how well a segment answers: which typed words it holds, how well they fit, and how they stand to each other.

import type { Candidate } from '../library/word-index.ts';
import type { Group, Reading } from './group.ts';
import { worth } from './weights.ts';

export interface Ranked {
  readonly candidate: Candidate;
  readonly met: readonly Met[];
  readonly score: number;
  /** How many typed words it holds. */
  readonly matched: number;
  /** From 0 to 1: its score against that of all typed words exactly and in a row. */
  readonly share: number;
  /** From 0 to 1: how closely the words it holds stand together. */
  readonly closeness: number;
}

/** A word of the segment that may be one that was typed. */
export interface Met {
  readonly group: number;
  readonly reading: Reading;
  readonly weight: number;
  /** Its place among the segment's words. */
  readonly at: number;
}

interface Sign extends Omit<Met, 'at'> {
  /** The words that must follow, for a reading of several. */
  readonly rest: readonly ReadonlySet<number>[];
}

/** Ranks segments, the best first; of equals, the newer one. Those that hold much less than the best one are left out. */
export function rank(candidates: readonly Candidate[], groups: readonly Group[]): Ranked[] {
  const signs = signsOf(groups);
  const most = groups.reduce(
    (sum, { rarity }) => sum + rarity * (1 + worth.inOrder + worth.near) + worth.place * worth.inOrder,
    0,
  );
  return candidates
    .map((candidate) => judge(candidate, groups, signs, most))
    .sort((one, other) => other.score - one.score || newer(one.candidate, other.candidate));
}

function newer(one: Candidate, other: Candidate): number {
  return (other.day ?? Number.NEGATIVE_INFINITY) - (one.day ?? Number.NEGATIVE_INFINITY) || one.segment - other.segment;
}

function judge(
  candidate: Candidate,
  groups: readonly Group[],
  signs: ReadonlyMap<number, readonly Sign[]>,
  most: number,
): Ranked {
  const met = meet(candidate.words, signs);
  const best = groups.map(({ speakers, speakerFit, rarity }) =>
    speakers.some(({ number }) => number === candidate.speaker) ? rarity * speakerFit : 0,
  );
  for (const { group, weight } of met) best[group] = Math.max(best[group] ?? 0, weight);
  const said = best.reduce((sum, weight) => sum + weight, 0);
  const together = groups.length > 1 ? togetherness(met, best) : said * (worth.inOrder + worth.near);
  const score = said + together;
  return {
    candidate,
    met,
    score,
    matched: best.filter((weight) => weight > 0).length,
    share: most > 0 ? score / most : 0,
    closeness: said > 0 ? together / said / (worth.inOrder + worth.near) : 0,
  };
}

/** By the first word of each reading. */
function signsOf(groups: readonly Group[]): ReadonlyMap<number, readonly Sign[]> {
  const signs = new Map<number, Sign[]>();
  groups.forEach(({ readings, rarity }, group) => {
    for (const reading of readings) {
      const [first = [], ...rest] = reading.places;
      const following = rest.map((words) => new Set(words.map(({ id }) => id)));
      for (const { id } of first) {
        const sign = { group, reading, weight: rarity * reading.fit, rest: following };
        const others = signs.get(id);
        if (others === undefined) signs.set(id, [sign]);
        else others.push(sign);
      }
    }
  });
  return signs;
}

function meet(words: Uint32Array, signs: ReadonlyMap<number, readonly Sign[]>): Met[] {
  const met: Met[] = [];
  for (let at = 0; at < words.length; at++) {
    const here = signs.get(words[at] ?? 0);
    if (here === undefined) continue;
    for (const { group, reading, weight, rest } of here) {
      if (rest.every((fitting, step) => fitting.has(words[at + 1 + step] ?? 0)))
        met.push({ group, reading, weight, at });
    }
  }
  return met;
}

/** The best stretch: seen from one of the most telling words, how near the others stand to where they were typed. */
function togetherness(met: readonly Met[], best: readonly number[]): number {
  const telling = [...best.keys()].sort((one, other) => (best[other] ?? 0) - (best[one] ?? 0)).slice(0, 3);
  const near = new Float64Array(best.length);
  const inOrder = worth.inOrder * Math.min(1, (best.length - 1) / worth.sure);
  let most = 0;
  for (const anchor of met) {
    if (!telling.includes(anchor.group)) continue;
    near.fill(0);
    for (const { group, reading, weight, at } of met) {
      const away = Math.abs(at - anchor.at);
      const displaced = Math.abs(at - anchor.at - (group - anchor.group));
      const value =
        ((weight + worth.place * reading.fit) * inOrder) / (1 + displaced * displaced) +
        (weight * worth.near * worth.halfNear) / (worth.halfNear + away);
      if (value > (near[group] ?? 0)) near[group] = value;
    }
    let sum = 0;
    for (const value of near) sum += value;
    if (sum > most) most = sum;
  }
  return most;
}

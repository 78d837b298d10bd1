// Says how well a segment answers: which typed words it holds, how well they fit, and how they stand to each other.

import type { Candidate } from '../library/word-index.ts';
import type { Group, Reading } from './group.ts';
import { fits, worth } from './weights.ts';

export interface Ranked {
  readonly candidate: Candidate;
  readonly met: readonly Met[];
  /** Of what was met, the places where it stands together best: what the answer is. */
  readonly stretch: readonly Met[];
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
  /** So many places of the same word are taken by the groups before. */
  readonly twins: number;
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
  const best = groups.map(({ speakers, rarity }) =>
    speakers.some(({ number }) => number === candidate.speaker) ? rarity * fits.speaker : 0,
  );
  for (const { group, weight } of met) best[group] = Math.max(best[group] ?? 0, weight);
  const said = best.reduce((sum, weight) => sum + weight, 0);
  const { together, stretch } = groups.length > 1 ? bestStretch(met, best) : alone(met, said);
  const score = said + together;
  return {
    candidate,
    met,
    stretch,
    score,
    matched: best.filter((weight) => weight > 0).length,
    share: most > 0 ? score / most : 0,
    closeness: said > 0 ? together / said / (worth.inOrder + worth.near) : 0,
  };
}

/** By the first word of each reading. */
function signsOf(groups: readonly Group[]): ReadonlyMap<number, readonly Sign[]> {
  const signs = new Map<number, Sign[]>();
  groups.forEach(({ readings, rarity, twins }, group) => {
    for (const reading of readings) {
      const [first = [], ...rest] = reading.places;
      const following = rest.map((words) => new Set(words.map(({ id }) => id)));
      for (const { id } of first) {
        // One word said for several typed ones is in the place of each.
        const apart = reading.kind === 'joined' || reading.kind === 'number' ? 0 : twins;
        const sign = { group, reading, weight: rarity * reading.fit, twins: apart, rest: following };
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
  const seen = new Map<number, number>();
  for (let at = 0; at < words.length; at++) {
    const here = signs.get(words[at] ?? 0);
    if (here === undefined) continue;
    for (const { group, reading, weight, twins, rest } of here) {
      if (twins > 0) {
        const before = seen.get(group) ?? 0;
        seen.set(group, before + 1);
        if (before < twins) continue;
      }
      if (rest.every((fitting, step) => fitting.has(words[at + 1 + step] ?? 0)))
        met.push({ group, reading, weight, at });
    }
  }
  return met;
}

interface Stretch {
  readonly together: number;
  readonly stretch: readonly Met[];
}

/** One word stands together with itself, wherever it is. */
function alone(met: readonly Met[], said: number): Stretch {
  return { together: said * (worth.inOrder + worth.near), stretch: met };
}

/** Seen from one of the most telling words: how near the others stand, and how near to where they were typed. */
function bestStretch(met: readonly Met[], best: readonly number[]): Stretch {
  const telling = [...best.keys()].sort((one, other) => (best[other] ?? 0) - (best[one] ?? 0)).slice(0, 3);
  const inOrder = worth.inOrder * Math.min(1, (best.length - 1) / worth.sure);
  const values = new Float64Array(best.length);
  const places = new Array<Met | undefined>(best.length);
  let found: Stretch = { together: 0, stretch: [] };
  for (const anchor of met) {
    if (!telling.includes(anchor.group)) continue;
    values.fill(0);
    places.fill(undefined);
    for (const each of met) {
      const { group, reading, weight, at } = each;
      const away = Math.abs(at - anchor.at);
      const displaced = Math.abs(at - anchor.at - (group - anchor.group));
      const value =
        ((weight + worth.place * reading.fit) * inOrder) / (1 + displaced * displaced) +
        (weight * worth.near * worth.halfNear) / (worth.halfNear + away);
      if (value > (values[group] ?? 0)) {
        values[group] = value;
        places[group] = each;
      }
    }
    let together = 0;
    for (const value of values) together += value;
    if (together > found.together) found = { together, stretch: places.filter((place) => place !== undefined) };
  }
  return found;
}

// Meets a segment's words: which of them may be words that were typed.

import { runsFrom } from '../text/runs.ts';
import { type Group, type Reading, weightOf } from './group.ts';

/** A word of the segment that may be one that was typed. */
export interface Met {
  /** Which of the groups. */
  readonly group: number;
  readonly reading: Reading;
  /** What it tells: as much as it is rare, less what it costs. */
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

/** What to look out for, by the first word of each reading. */
export type Signs = ReadonlyMap<number, readonly Sign[]>;

export function signsOf(groups: readonly Group[]): Signs {
  const signs = new Map<number, Sign[]>();
  groups.forEach(({ readings, rarity, twins }, group) => {
    for (const reading of readings) {
      const [first = [], ...rest] = reading.places;
      const following = rest.map((words) => new Set(words.map(({ id }) => id)));
      for (const { id } of first) {
        // One word said for several typed ones is in the place of each.
        const apart = reading.kind === 'joined' || reading.kind === 'number' ? 0 : twins;
        const weight = weightOf({ rarity }, reading);
        const sign = { group, reading, weight, twins: apart, rest: following };
        const others = signs.get(id);
        if (others === undefined) signs.set(id, [sign]);
        else others.push(sign);
      }
    }
  });
  for (const [id, here] of signs) signs.set(id, itself(here));
  return signs;
}

/** A word that was typed is itself, and no other form of another that was typed: "generate generation" wants both. */
function itself(here: Sign[]): Sign[] {
  const typed = here.some(({ reading }) => reading.kind === 'exact');
  return typed ? here.filter(({ reading }) => reading.kind !== 'stem' && reading.kind !== 'near') : here;
}

/** In the order of the words. */
export function meet(words: Uint32Array, signs: Signs): Met[] {
  const met: Met[] = [];
  const seen = new Map<number, number>();
  for (let at = 0; at < words.length; at++) {
    const here = signs.get(words[at] ?? 0);
    if (here === undefined) continue;
    for (const { group, reading, weight, twins, rest } of here) {
      const { run } = reading;
      if (run !== undefined && !runsFrom(words, at - run.at, run.places)) continue;
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

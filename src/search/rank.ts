// Says how well a segment answers: which typed words it holds, how likely each was meant, and how they stand to each other.

import type { Candidate } from '../library/word-index.ts';
import { type Group, weightOf } from './group.ts';
import { type Met, meet, type Signs, signsOf } from './meet.ts';
import { costs, worth } from './weights.ts';

export interface Ranked {
  readonly candidate: Candidate;
  readonly met: readonly Met[];
  /** Of what was met, the places where it stands together best: what the answer is. */
  readonly stretch: readonly Met[];
  readonly score: number;
  /** How many typed words it holds. */
  readonly matched: number;
  /** What of it stands where it was typed, give or take one place. */
  readonly placed: readonly Met[];
  /** From 0 to 1: its score against that of all typed words exactly and in a row. */
  readonly share: number;
  /** From 0 to 1: how closely the words it holds stand together. */
  readonly closeness: number;
}

/** So many of the best are in their exact order; those after them only by the words they hold. */
const bestOf = 50;

/** Ranks segments, the best first; of equals, the newer one. Those that hold much less than the best one are left out. */
export function rank(candidates: readonly Candidate[], groups: readonly Group[]): Ranked[] {
  const signs = signsOf(groups);
  const held = candidates.map((candidate) => hold(candidate, groups, signs));
  const least = Math.max(0, ...held.map(({ said }) => said)) * worth.least;
  const hopeful = held
    .filter(({ said }) => said >= least && (said > 0 || groups.length === 0))
    .sort((one, other) => other.hope - one.hope);

  const most = worthOf(groups);
  const judged: Ranked[] = [];
  let bar = 0;
  for (const each of hopeful) {
    // How words stand is dear to find out, and idle for what could not be among the best however they stood.
    const idle = judged.length >= bestOf && each.hope < bar;
    judged.push(judge(each, idle ? undefined : bestStretch(each, groups.length), most));
    if (judged.length === bestOf) bar = Math.min(...judged.map(({ score }) => score));
  }
  return judged.sort((one, other) => other.score - one.score || newer(one.candidate, other.candidate));
}

/** The newer one first, to sort by; what has no date is the oldest. */
export function newer(one: Candidate, other: Candidate): number {
  return (other.day ?? Number.NEGATIVE_INFINITY) - (one.day ?? Number.NEGATIVE_INFINITY) || one.segment - other.segment;
}

interface Held {
  readonly candidate: Candidate;
  readonly met: readonly Met[];
  /** By group, the most that was met of it tells. */
  readonly best: readonly number[];
  /** All of it together. */
  readonly said: number;
  /** The score it would have if all it holds stood in a row, in order. */
  readonly hope: number;
}

function hold(candidate: Candidate, groups: readonly Group[], signs: Signs): Held {
  const met = meet(candidate.words, signs);
  const best = groups.map((group) =>
    group.speakers.some(({ number }) => number === candidate.speaker)
      ? weightOf(group, { kind: 'near', cost: costs.speaker })
      : 0,
  );
  for (const { group, weight } of met) best[group] = Math.max(best[group] ?? 0, weight);
  const said = best.reduce((sum, weight) => sum + weight, 0);
  const places = best.filter((weight) => weight > 0).length * worth.place;
  return { candidate, met, best, said, hope: said + said * worth.near + (said + places) * orderOf(groups.length) };
}

function judge({ candidate, met, best, said }: Held, found: Stretch | undefined, most: number): Ranked {
  const { together, stretch, placed } = found ?? { together: 0, stretch: met, placed: [] };
  const score = said + together;
  return {
    candidate,
    met,
    stretch,
    placed,
    score,
    matched: best.filter((weight) => weight > 0).length,
    share: most > 0 ? score / most : 0,
    closeness: said > 0 ? together / said / (worth.inOrder + worth.near) : 0,
  };
}

/** What order is worth: of few words it may be chance. */
function orderOf(groups: number): number {
  return groups > 1 ? worth.inOrder * Math.min(1, (groups - 1) / worth.sure) : worth.inOrder;
}

/** What all typed words are worth, said exactly and in a row. */
function worthOf(groups: readonly Group[]): number {
  return groups.reduce(
    (sum, { rarity }) => sum + rarity * (1 + worth.inOrder + worth.near) + worth.place * worth.inOrder,
    0,
  );
}

interface Stretch {
  readonly together: number;
  readonly stretch: readonly Met[];
  readonly placed: readonly Met[];
}

/** Seen from one of the most telling words: how near the others stand, and how near to where they were typed. */
function bestStretch({ met, best, said }: Held, groups: number): Stretch {
  // One word stands together with itself, wherever it is.
  if (groups === 1) return { together: said * (worth.inOrder + worth.near), stretch: met, placed: met };
  const telling = [...best.keys()].sort((one, other) => (best[other] ?? 0) - (best[one] ?? 0)).slice(0, 3);
  const inOrder = orderOf(groups);
  const values = new Float64Array(best.length);
  const places = new Array<Met | undefined>(best.length);
  let found: Stretch = { together: 0, stretch: [], placed: [] };
  for (const anchor of met) {
    if (!telling.includes(anchor.group)) continue;
    values.fill(0);
    places.fill(undefined);
    for (const each of met) {
      const { group, weight, at, reading } = each;
      const away = Math.abs(at - anchor.at);
      // "2020" is in the place of each "twenty".
      const displaced =
        at === anchor.at && reading.kind === 'number' ? 0 : Math.abs(at - anchor.at - (group - anchor.group));
      const value =
        ((weight + worth.place) * inOrder) / (1 + displaced * displaced) +
        (weight * worth.near * worth.halfNear) / (worth.halfNear + away);
      if (value > (values[group] ?? 0)) {
        values[group] = value;
        places[group] = each;
      }
    }
    let together = 0;
    for (const value of values) together += value;
    if (together > found.together) {
      const stretch = places.filter((place) => place !== undefined);
      const placed = stretch.filter(({ at, group }) => Math.abs(at - anchor.at - (group - anchor.group)) <= 1);
      found = { together, stretch, placed };
    }
  }
  return found;
}

// Of answers that all lack something, puts first those that hold the word which most of them lack: it was asked about.

import { wordsOfAPhrase } from './find.ts';
import type { Group } from './group.ts';
import type { Ranked } from './rank.ts';

/** Words that stand in at most so many times as many segments as the rarest one are as rare. */
const asRare = 4;
/** Of so many words two may be wrong. */
const wordsOfASentence = 6;
/** What holds so many other words, each of which tells this part of it or more, is about more than what holds it alone. */
const asMuch = { words: 2, part: 0.6 } as const;
/** What lacks the word scores at most this part of what holds it. */
const justLess = 0.99;

export interface Decisive {
  readonly group: Group;
  /** Its place among the groups. */
  readonly at: number;
}

/**
 * Of the rarest words that which most answers lack. "Hot take" is said every day, and of "hot take tailwind" most lack the
 * last word; how rare each is by itself does not tell, for words keep each other company.
 */
export function decisiveWord(
  ranked: readonly Ranked[],
  groups: readonly Group[],
  isCommon: (group: Group) => boolean,
): Decisive | undefined {
  const [best] = ranked;
  if (best === undefined || groups.length < 2) return undefined;
  const known = groups
    .map((group, at): Decisive => ({ group, at }))
    .filter(({ group }) => !isCommon(group) && group.readings.some(({ kind }) => kind === 'exact'))
    .sort((one, other) => one.group.segments - other.group.segments);
  const most = (known[0]?.group.segments ?? 0) * asRare;
  const [decisive] = known
    .filter(({ group }) => group.segments <= most)
    .map((word) => ({ word, lacking: ranked.filter((each) => !holds(each, word)).length }))
    .sort((one, other) => other.lacking - one.lacking);
  if (decisive === undefined || decisive.lacking === 0) return undefined;
  return isAsMuch(best, decisive.word, known) ? undefined : decisive.word;
}

/** "Left-pad" tells more of the "left pad incident" than any other incident. Names tell who spoke, not of what. */
function isAsMuch(best: Ranked, decisive: Decisive, known: readonly Decisive[]): boolean {
  const least = decisive.group.rarity * asMuch.part;
  const others = known.filter(
    (word) => word !== decisive && word.group.speakers.length === 0 && word.group.rarity >= least && holds(best, word),
  );
  return others.length >= asMuch.words;
}

/**
 * What stands as it was typed but for one word is that sentence, and the one word was not said. So is what stands so but
 * for two of many, if anything in it tells: "how do I get" is everywhere.
 */
export function isSentence(
  best: Ranked | undefined,
  groups: readonly Group[],
  isCommon: (group: Group) => boolean,
): boolean {
  if (best === undefined || groups.length < wordsOfAPhrase) return false;
  if (best.placed.length >= groups.length - 1) return true;
  const tells = groups.some((group, at) => !isCommon(group) && best.placed.some((met) => met.group === at));
  return groups.length >= wordsOfASentence && best.placed.length >= groups.length - 2 && tells;
}

/** Whether the answer holds the word, or was said by the one whose name it is. */
export function holds({ met, candidate }: Ranked, { group, at }: Decisive): boolean {
  return met.some((each) => each.group === at) || group.speakers.some(({ number }) => number === candidate.speaker);
}

/** The first ones as they are, and the others after them: these score less, in their order. */
export function above(first: readonly Ranked[], all: readonly Ranked[]): readonly Ranked[] {
  const taken = new Set(first.map(({ candidate }) => candidate.segment));
  const others = all.filter(({ candidate }) => !taken.has(candidate.segment));
  const [last, next] = [first.at(-1), others[0]];
  if (last === undefined || next === undefined) return all;
  const part = Math.min(1, (last.score / next.score) * justLess);
  return [...first, ...others.map((each) => ({ ...each, score: each.score * part }))];
}

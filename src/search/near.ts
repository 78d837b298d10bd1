// Near spellings of a word that may be misspelled: those that share a key with it, the likeliest first.

import type { LexiconWord, WordIndex } from '../library/word-index.ts';
import { lookupKeys, plain } from '../text/spelling.ts';
import { likeness } from './likeness.ts';

export interface Near {
  readonly word: LexiconWord;
  /** From 1 (spelled the same but for accents and apostrophes) to 0. */
  readonly likeness: number;
}

/** So many sharers of a key are compared with the typed word. */
const mostCompared = 200;
/** Less like than this, and it is another word. */
const leastLikeness = 0.4;
/** Beside a word that is much more like what was typed, another is not meant. */
const mostBehind = 0.25;

/** The likeliest near spellings; what is said often is likelier meant than what is said once. */
export async function nearWords(typed: string, limit: number, index: WordIndex): Promise<readonly Near[]> {
  if (plain(typed).length < 3) return [];
  const neighbours = await index.neighbours(lookupKeys(typed), mostCompared);
  const alike = neighbours.map((word) => ({ word, likeness: likeness(typed, word.form) }));
  const most = Math.max(0, ...alike.map((near) => near.likeness));
  return alike
    .filter((near) => near.likeness >= Math.max(leastLikeness, most - mostBehind))
    .sort((one, other) => chance(other) - chance(one))
    .slice(0, limit);
}

function chance({ word, likeness: like }: Near): number {
  return like * Math.log(2 + word.segments);
}

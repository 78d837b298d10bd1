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
export const least = {
  /** Where other words of the query bear the guess out. */
  borneOut: 0.4,
  /** To be offered. */
  offered: 0.5,
  /** To be taken for what was typed with nothing else to go by. */
  alone: 0.57,
  /** The same of three letters, any of which makes another word. */
  short: 0.78,
  /** Where the library has another form of what was typed. */
  known: 0.8,
} as const;
/** Beside a word that is much more like what was typed, another is not meant. */
const mostBehind = 0.2;

/** The likeliest near spellings; what is said often is likelier meant than what is said once. */
export async function nearWords(
  typed: string,
  limit: number,
  index: WordIndex,
  leastLikeness: number,
): Promise<readonly Near[]> {
  if (plain(typed).length < 3) return [];
  const neighbours = await index.neighbours(lookupKeys(typed), mostCompared);
  const alike = neighbours.map((word) => ({ word, likeness: likeness(typed, word.form) }));
  const most = Math.max(0, ...alike.map((near) => near.likeness));
  const language = alike.find((near) => near.likeness === most)?.word.language;
  return (
    alike
      .filter((near) => near.likeness >= Math.max(leastLikeness, most - mostBehind))
      // Somebody misspells a word of one language; the other's is another word.
      .filter((near) => near.likeness === most || near.word.language === language)
      .sort((one, other) => chance(other) - chance(one))
      .slice(0, limit)
  );
}

function chance({ word, likeness: like }: Near): number {
  return like * Math.log(2 + word.segments);
}

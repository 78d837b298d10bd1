// Near spellings of a word that may be misspelled: those that share a key with it, the likeliest first.

import type { LexiconWord, WordIndex } from '../library/word-index.ts';
import { lookupKeys, plain } from '../text/spelling.ts';
import { slips } from './slips.ts';
import { costs } from './weights.ts';

export interface Near {
  readonly word: LexiconWord;
  /** How far it is from what was typed, in letters. */
  readonly slips: number;
  /** How likely it was meant, with nothing else to go by, as the logarithm of the odds. */
  readonly odds: number;
}

/** So many sharers of a key are compared with the typed word. */
const mostCompared = 200;
/** With more slips than this part of its letters, it is another word. */
export const mostSlips = {
  /** Where other words of the query bear the guess out. */
  borneOut: 0.36,
  /** To be offered. */
  offered: 0.3,
  /** To be taken for what was typed with nothing else to go by. */
  alone: 0.26,
  /** The same of three letters, any of which makes another word, or beside other unknown words. */
  short: 0.13,
  /** Where the library has another form of what was typed. */
  known: 0.12,
} as const;
/**
 * What makes a near spelling likely, as logarithms: the letters that agree by no chance, the slips in them, and how often it
 * is said; the larger a library, the more of its words are near by chance (by Heaps' law, so many more with each segment).
 * Found by logistic regression over common misspellings and over real words that the sample archive lacks, most of which are
 * near to some word of it.
 */
const odd = { letter: 1.15, slip: 3, oftener: 0.6, byChance: 0.6 } as const;
/** With worse odds it is taken for what was typed only where the other words bear it out. */
const likely = -8.53;
export const isLikely = ({ odds }: Near): boolean => odds > likely;
/** A word in more segments than this is near to anything, and seldom misspelled: it must be so much nearer. */
const saidByAll = (segments: number): number => Math.max(100, segments * 0.01);
const nearer = 0.65;
/** Where no word shares a key, those that begin with so many of its letters are compared. */
const sureBeginning = 3;
/** With more slips than these they only begin alike: "changesthat" is no slip of "changes". */
const mostBegun = 2;
/** Of a word that was not typed to its end, as much is there, and all the rest of it is one slip. */
const leastBegun = 5;
const unfinished = 1;
/** Farther than so many letters behind the nearest one, another is not meant. */
const mostBehind = 1;

/** The likeliest near spellings; what is said often is likelier meant than what is said once. `most`: one of `mostSlips`. */
export async function nearWords(
  typed: string,
  limit: number,
  { index, segments }: { readonly index: WordIndex; readonly segments: number },
  most: number,
): Promise<readonly Near[]> {
  const letters = plain(typed);
  const { length } = letters;
  if (length < 3) return [];
  const within = most * (length + 1);
  const compare = (words: readonly LexiconWord[], bound: number): readonly Near[] =>
    words
      .map((word) => nearTo(typed, word, segments))
      .filter((near) => near.slips <= bound * (near.word.segments > saidByAll(segments) ? nearer : 1));
  const sharing = compare(await index.neighbours(lookupKeys(typed), mostCompared), within);
  // Two letters lost, or two wrong, share no key; most slips come after a word's beginning.
  const begun = sharing.length === 0 && length >= sureBeginning + 2;
  const alike = begun
    ? compare(await index.completions(letters.slice(0, sureBeginning), mostCompared), Math.min(within, mostBegun))
    : sharing;
  const compared =
    length < leastBegun ? alike : withBegun(alike, compare(await index.completions(letters, limit), within));
  const least = Math.min(...compared.map((near) => near.slips));
  const language = compared.find((near) => near.slips === least)?.word.language;
  return (
    compared
      .filter((near) => near.slips <= least + mostBehind)
      // Somebody misspells a word of one language; the other's is another word.
      .filter((near) => near.slips === least || near.word.language === language)
      .sort((one, other) => chance(other) - chance(one))
      .slice(0, limit)
  );
}

function nearTo(typed: string, word: LexiconWord, all: number): Near {
  const isBegun = plain(typed).length >= leastBegun && plain(word.form).startsWith(plain(typed));
  const away = Math.min(slips(typed, word.form), isBegun ? unfinished : Number.POSITIVE_INFINITY);
  const letters = odd.letter * plain(typed).length - odd.slip * away;
  const odds = letters + odd.oftener * Math.log(word.segments / all) - odd.byChance * Math.log(all);
  return { word, slips: away, odds };
}

/** With those that it begins, which may be as near as by a slip in it. */
function withBegun(alike: readonly Near[], begun: readonly Near[]): readonly Near[] {
  return [...alike.filter(({ word }) => !begun.some((other) => other.word.id === word.id)), ...begun];
}

function chance({ word, slips: count }: Near): number {
  return Math.log(word.segments) - costs.letter * count;
}

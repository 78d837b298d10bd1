// Reads a speaker's name of which one word is spelled like another: "michael rogers" where Mikeal Rogers spoke.

import { fillerWords } from '../text/filler-words.ts';
import { bare } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import { type Ask, findInRow } from './find.ts';
import { standing } from './group.ts';
import type { TypedWord, Understanding } from './look-up.ts';
import type { Correction } from './search.ts';
import { slips } from './slips.ts';
import { groupsOf } from './understand.ts';

/** Of more words, a sentence is remembered, and the others tell enough. */
const mostWords = 5;
/** With more slips than this part of its letters, it is another name. */
const mostSlips = 0.32;
/** A word in more than this part of the segments is seldom a name's slip: "nick nice" is not Nick Nisi. */
const commonWord = 0.01;
/** Shorter words are near to any. */
const leastLetters = 3;

/** The first word that is nearly a speaker's name beside their other one, and that nobody said beside it. */
export async function nearName(
  typed: readonly TypedWord[],
  ask: Ask,
  context: Understanding,
): Promise<(Correction & { readonly at: number }) | undefined> {
  if (typed.length > mostWords) return undefined;
  for (const [at, word] of typed.entries()) {
    const said = standing(word.exact);
    if (word.written.length < leastLetters || said > context.segments * commonWord) continue;
    for (const from of [at - 1, at]) {
      const pair = typed.slice(Math.max(from, 0), from + 2);
      const used = nearest(word, pair);
      if (used === undefined || (said === 0 && isBesideFillers(typed, pair, context))) continue;
      if (!(await isSaid(pair, ask, context))) return { at, typed: word.written, used };
    }
  }
  return undefined;
}

/**
 * Whether the words beside a name say nothing by themselves: "today rebecka turner" is remembered of a welcome. There, what
 * the library does not have is guessed as any other word.
 */
function isBesideFillers(
  typed: readonly TypedWord[],
  pair: readonly TypedWord[],
  { languages }: Understanding,
): boolean {
  const others = typed.filter((word) => !pair.includes(word));
  const isFiller = ({ written }: TypedWord) => languages.some((spoken) => fillerWords(spoken).has(bare(written)));
  return others.length > 0 && others.every(isFiller);
}

/** Whether somebody said these words in a row. */
async function isSaid(words: readonly TypedWord[], ask: Ask, context: Understanding): Promise<boolean> {
  if (words.some(({ exact }) => exact.length === 0)) return false;
  return (await findInRow(await groupsOf(words, 'none', context), ask)).candidates.length > 0;
}

/** The nearest of the names that the other word's bearers bear in that order, as it is written; none where one is spelled so. */
function nearest(word: TypedWord, pair: readonly TypedWord[]): string | undefined {
  const { written, speakers: own } = word;
  const speakers = pair.filter((other) => other !== word).flatMap((other) => other.speakers);
  if (speakers.some(({ id }) => own.some((other) => other.id === id))) return undefined;
  const names = speakers.flatMap(({ name }) => inOrder(wordsOf(name), word, pair));
  const near = names
    .map((name) => ({ name, away: slips(written, name) / (bare(name).length + 1) }))
    .filter(({ name, away }) => name.length >= leastLetters && away > 0 && away <= mostSlips)
    .sort((one, other) => one.away - other.away);
  return near[0]?.name;
}

/** Of somebody's names those that stand before the other word of the pair, or behind it, as the word does. */
function inOrder(
  names: readonly { readonly written: string }[],
  word: TypedWord,
  pair: readonly TypedWord[],
): string[] {
  const written = names.map((name) => name.written);
  const known = written.findIndex((name) => pair.some((other) => other !== word && bare(other.written) === bare(name)));
  return pair[0] === word ? written.slice(0, Math.max(known, 0)) : written.slice(known + 1);
}

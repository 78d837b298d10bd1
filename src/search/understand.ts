// Puts together what each typed word may have been: what is surely meant, and guesses where that is in doubt.

import { bare } from '../text/fold.ts';
import { type Group, type Reading, rarityOf, standing, standingOf } from './group.ts';
import { commonHere, guess, mostOf, splits } from './guess.ts';
import type { TypedWord, Understanding } from './look-up.ts';

/**
 * How much a word that the library has is doubted, for a slip may make another word of one: not at all, or in favour of
 * guesses so many times as common.
 */
export type Doubt = 'none' | { readonly commoner: number };

/** What the typed words may have been. Words that the library does not have are taken for misspelled. */
export async function groupsOf(
  typed: readonly TypedWord[],
  doubt: Doubt,
  context: Understanding,
): Promise<readonly Group[]> {
  const groups: Group[] = [];
  for (const word of typed) {
    // What everybody says was hardly meant as something else.
    const doubting = doubt !== 'none' && standing(word.exact) <= context.segments * commonHere;
    const guesses =
      doubting || word.exact.length === 0
        ? await guess(word, mostOf(word, typed, doubting, context), doubting ? doubt.commoner : 0, context.index)
        : [];
    groups.push(toGroup(word, [...word.sure, ...guesses, ...(await splits(word, context))], context.segments));
  }
  return groups.map((group, at) => ({ ...group, twins: twinsBefore(groups, at) }));
}

function twinsBefore(groups: readonly Group[], at: number): number {
  const typed = bare(groups[at]?.typed ?? '');
  return groups.slice(0, at).filter((group) => bare(group.typed) === typed).length;
}

function toGroup({ written, speakers }: TypedWord, readings: readonly Reading[], all: number): Group {
  // Each reading counts as far as it is likely: so a near spelling that is rare weighs no more than the common one it is
  // as likely as.
  const known = readings.some(({ kind }) => kind === 'exact');
  // How often a word that is there is also written as two cannot be told from its halves.
  const standings = readings.map((reading) => (known && reading.kind === 'split' ? 0 : standingOf(reading)));
  const weighed = readings.reduce((sum, { cost }, at) => sum + Math.exp(-cost) * (standings[at] ?? 0), 0);
  return {
    typed: written,
    twins: 0,
    readings,
    speakers,
    rarity: rarityOf(Math.min(weighed, all), all),
    segments: Math.min(
      standings.reduce((sum, each) => sum + each, 0),
      all,
    ),
  };
}

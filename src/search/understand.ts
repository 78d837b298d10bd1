// Puts together what each typed word may have been: what is surely meant, and guesses where that is in doubt.

import { bare } from '../text/fold.ts';
import { type Group, type Reading, rarityOf, standing, standingOf } from './group.ts';
import { bearsOut, commonHere, type Doubt, guess, splits } from './guess.ts';
import type { TypedWord, Understanding } from './look-up.ts';

/** So many words of a query are taken for misspelled; of a longer one the others tell enough. */
const mostInDoubt = 8;

/** What the typed words may have been. Words that the library does not have are taken for misspelled. */
export async function groupsOf(
  typed: readonly TypedWord[],
  doubt: Doubt,
  context: Understanding,
): Promise<readonly Group[]> {
  const doubted = typed.filter((word) => isDoubted(word, doubt, context)).slice(0, mostInDoubt);
  const groups = typed.map(async (word): Promise<Group> => {
    const slips = doubted.includes(word) ? await guess(word, typed, doubt, context) : [];
    // Of a word by itself, what is said of it written as two belongs to the answer as well.
    const halves = doubted.includes(word) || typed.length === 1 ? await splits(word, context) : [];
    return toGroup(word, [...word.sure, ...slips, ...halves], context.segments);
  });
  return withTwins(withoutWildGuesses(typed, await Promise.all(groups), context.segments));
}

/** Where no word is sure, guesses bear each other out, if most words can be guessed: of "hakuna matata" nothing is "mutate". */
function withoutWildGuesses(typed: readonly TypedWord[], groups: readonly Group[], all: number): readonly Group[] {
  if (typed.some((word) => bearsOut(word, all) || word.speakers.length > 0)) return groups;
  const unsure = groups.filter((_, at) => typed[at]?.sure.length === 0);
  const guessed = unsure.filter(({ readings }) => readings.length > 0);
  if (guessed.length * 2 > unsure.length) return groups;
  return groups.map((group) => (guessed.includes(group) ? { ...group, readings: [], segments: 0 } : group));
}

/** What everybody says was hardly meant as something else. */
function isDoubted({ exact, sure }: TypedWord, doubt: Doubt, { segments }: Understanding): boolean {
  // What is there in its other spelling is no slip.
  if (exact.length === 0) return !sure.some(({ kind }) => kind === 'spoken');
  return doubt !== 'none' && standing(exact) <= segments * commonHere;
}

function withTwins(groups: readonly Group[]): readonly Group[] {
  const typed = groups.map((group) => bare(group.typed));
  return groups.map((group, at) => ({
    ...group,
    twins: typed.slice(0, at).filter((before) => before === typed[at]).length,
  }));
}

function toGroup({ written, speakers, token, sign }: TypedWord, readings: readonly Reading[], all: number): Group {
  // Each reading counts as far as it is likely: so a near spelling that is rare weighs no more than the common one it is
  // as likely as.
  const known = readings.some(({ kind }) => kind === 'exact');
  // How often a word that is there is also written as two cannot be told from its halves.
  const standings = readings.map((reading) => (known && reading.kind === 'split' ? 0 : standingOf(reading)));
  const weighed = readings.reduce((sum, { cost }, at) => sum + Math.exp(-cost) * (standings[at] ?? 0), 0);
  return {
    typed: written,
    ...(token === undefined ? {} : { token }),
    ...(sign === undefined ? {} : { sign }),
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

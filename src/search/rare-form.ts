// Tells a word from other words that merely share its stem: "attachment" from "attached", "Wes" from "we".

import { type Group, type Reading, standingOf } from './group.ts';
import type { Ranked } from './rank.ts';

/** Forms that stand so many times as often as the word are hardly its own. */
const timesAsOften = 5;
/** Where so many segments may hold all words by chance, one that does was not meant for that. */
const byChance = 0.2;

/** So near each other, words belong together whichever form they have. */
const together = 2;

/** Whether the other forms of a word's stem are hardly its own, by how many segments they and the word stand in. */
export function areOtherWords(forms: number, word: number): boolean {
  return forms > timesAsOften * word;
}

/** Whether a reading is another word than the one that was typed, though they share a stem. */
export function isOtherWord(reading: Reading, group: Group | undefined): boolean {
  const typed = group?.readings.find(({ kind }) => kind === 'exact');
  return reading.kind === 'stem' && typed !== undefined && areOtherWords(standingOf(reading), standingOf(typed));
}

/**
 * Of two words the one that the answer holds only as such another word, by chance and apart from the second: "attach to the
 * same thing … in theory" says nothing of attachment theory, while "CSS performance" may be what was performative.
 *
 * @param all how many segments the library has.
 */
export function mistaken(best: Ranked | undefined, groups: readonly Group[], all: number): Group | undefined {
  if (best === undefined || groups.length !== 2 || best.matched < 2 || apart(best) <= together) return undefined;
  const expected = groups.reduce((product, { segments }) => product * (segments / all), all);
  if (expected < byChance) return undefined;
  return groups.find((group, at) => {
    const met = best.met.filter((each) => each.group === at);
    return met.length > 0 && met.every(({ reading }) => isOtherWord(reading, group));
  });
}

/** How far the last word of the answer is from its first. */
function apart({ stretch }: Ranked): number {
  const places = stretch.map(({ at }) => at);
  return Math.max(...places) - Math.min(...places);
}

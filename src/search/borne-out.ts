// Tells whether a guess far off is borne out by the other words: they stand with it by more than chance.

import { type Group, type Reading, standingOf } from './group.ts';
import type { Met } from './meet.ts';
import type { Ranked } from './rank.ts';
import { fits } from './seeking.ts';
import { broad } from './weights.ts';

/** As a natural logarithm: how likely it is meant by itself, and how unlikely it is that the others stand there by chance. */
const least = -9.1;
/** A word so far away, on either side, may stand anywhere in a segment. */
const anywhere = broad.usualLength / 2;

/** Whether some of what a word may have been is so far off that other words must bear it out. */
export const isFar = ({ readings }: Group): boolean => readings.some(isFarOff);

const isFarOff = ({ odds }: Reading): boolean => odds !== undefined;

/** As if there were no such guesses. */
export function withoutFar(group: Group): Group {
  if (!isFar(group)) return group;
  const readings = group.readings.filter((reading) => !isFarOff(reading));
  return { ...group, readings, segments: readings.length === 0 ? 0 : group.segments };
}

/** Whether the best answer holds what was typed, each guess far off in it beside words that bear it out. */
export function isBorneOut(best: Ranked | undefined, groups: readonly Group[], all: number): boolean {
  if (best === undefined || !fits(best, groups)) return false;
  return best.stretch.every((met) => {
    const { odds } = met.reading;
    return odds === undefined || odds - Math.min(0, Math.log(byChance(met, best.stretch, groups, all))) > least;
  });
}

/** How many segments are expected to hold the guess with all the others as near it as here, if words kept no company. */
function byChance(guess: Met, stretch: readonly Met[], groups: readonly Group[], all: number): number {
  return stretch
    .filter(({ group }) => group !== guess.group)
    .reduce((expected, { group, at }) => {
      const part = Math.min(1, (groups[group]?.segments ?? 0) / all);
      return expected * part * Math.min(1, Math.abs(at - guess.at) / anywhere);
    }, standingOf(guess.reading));
}

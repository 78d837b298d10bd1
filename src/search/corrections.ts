// Says which typed words were taken for others in the best answer, and which of them nobody said at all.

import type { Library } from '../library/library.ts';
import { saidWords } from '../text/words.ts';
import { type Group, isGuess } from './group.ts';
import type { Ranked } from './rank.ts';
import type { Correction } from './search.ts';

/**
 * A word that stands in the answer as typed, or in another of its forms, was not corrected. The best answer is read for it,
 * whichever page was asked for.
 */
export async function correctionsOf(
  best: Ranked | undefined,
  groups: readonly Group[],
  library: Library,
): Promise<readonly Correction[]> {
  if (best === undefined) return [];
  const guessed = groups.flatMap(({ typed, speakers }, group) => {
    const met = best.met.filter((each) => each.group === group).sort((one, other) => other.weight - one.weight);
    const [meant] = met;
    if (meant === undefined || !isGuess(meant.reading)) return [];
    return speakers.some(({ number }) => number === best.candidate.speaker) ? [] : [{ typed, meant }];
  });
  const [placed] = guessed.length === 0 ? [] : await library.placed([best.candidate.segment]);
  if (placed === undefined) return [];
  const { text } = placed.segment;
  const words = saidWords(text);
  return guessed.flatMap(({ typed, meant: { at, reading } }): Correction[] => {
    const first = words[at];
    const last = words[at + reading.places.length - 1];
    return first === undefined || last === undefined ? [] : [{ typed, used: text.slice(first.from, last.to) }];
  });
}

/** The typed words that the library does not have, where the best answer has nothing in their place: it is about the rest. */
export function unheardOf(best: Ranked | undefined, groups: readonly Group[]): readonly string[] {
  if (best === undefined) return [];
  return groups
    .filter(({ readings, speakers }) => speakers.length === 0 && readings.every(isGuess))
    .filter((unheard) => !best.met.some(({ group }) => groups[group] === unheard))
    .map(({ typed }) => typed);
}

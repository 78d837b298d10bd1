// Says which typed words were taken for others in the best answer, and which of them nobody said at all.

import { saidWords } from '../text/words.ts';
import { type Group, isGuess } from './group.ts';
import type { Ranked } from './rank.ts';
import type { Correction, Hit } from './search.ts';

/** A word that stands in the answer as typed, or in another of its forms, was not corrected. */
export function correctionsOf(best: Ranked | undefined, groups: readonly Group[], hit: Hit | undefined): Correction[] {
  if (best === undefined || hit === undefined) return [];
  const words = saidWords(hit.segment.text);
  return groups.flatMap(({ typed, speakers }, group): Correction[] => {
    const met = best.met.filter((each) => each.group === group).sort((one, other) => other.weight - one.weight);
    const [meant] = met;
    if (meant === undefined || !isGuess(meant.reading)) return [];
    if (speakers.some(({ number }) => number === best.candidate.speaker)) return [];
    const first = words[meant.at];
    const last = words[meant.at + meant.reading.places.length - 1];
    if (first === undefined || last === undefined) return [];
    return [{ typed, used: hit.segment.text.slice(first.from, last.to) }];
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

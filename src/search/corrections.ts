// Says which typed words were taken for others in the best answer.

import { saidWords } from '../text/words.ts';
import type { Group } from './group.ts';
import type { Ranked } from './rank.ts';
import type { Correction, Hit } from './search.ts';

/** A word that stands in the answer as typed, or in another of its forms, was not corrected. */
export function correctionsOf(best: Ranked | undefined, groups: readonly Group[], hit: Hit | undefined): Correction[] {
  if (best === undefined || hit === undefined) return [];
  const words = saidWords(hit.segment.text);
  return groups.flatMap(({ typed, speakers }, group): Correction[] => {
    const met = best.met.filter((each) => each.group === group).sort((one, other) => other.weight - one.weight);
    const [meant] = met;
    if (meant === undefined || (meant.reading.kind !== 'near' && meant.reading.kind !== 'split')) return [];
    if (speakers.some(({ number }) => number === best.candidate.speaker)) return [];
    const first = words[meant.at];
    const last = words[meant.at + meant.reading.places.length - 1];
    if (first === undefined || last === undefined) return [];
    return [{ typed, used: hit.segment.text.slice(first.from, last.to) }];
  });
}

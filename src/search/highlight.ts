// Where in a segment's text the words stand that matched.

import type { Range } from '../model.ts';
import type { Word } from '../text/words.ts';
import type { Group } from './group.ts';
import type { Met } from './meet.ts';

/** Words that tell less than this part of the most telling one that matched are marked only where they stand beside another that matched. */
const leastTelling = 0.35;

/** Ascending runs, one a word, never overlapping. `words`: the segment's words as they were indexed. */
export function highlights(words: readonly Word[], met: readonly Met[], groups: readonly Group[]): Range[] {
  const most = Math.max(0, ...met.map(({ group }) => groups[group]?.rarity ?? 0));
  const telling = (group: number): boolean =>
    groups[group]?.run !== undefined || (groups[group]?.rarity ?? 0) >= most * leastTelling;
  const marked = new Set<number>();
  for (const { group, reading, at } of met) {
    const beside = met.some((other) => Math.abs(other.at - at) === 1 && other.group - group === other.at - at);
    if (telling(group) || beside) for (const step of reading.places.keys()) marked.add(at + step);
  }
  return [...marked]
    .sort((one, other) => one - other)
    .flatMap((at) => {
      const word = words[at];
      return word === undefined ? [] : [[word.from, word.to] as const];
    });
}

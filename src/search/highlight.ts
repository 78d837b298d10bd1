// Where in a segment's text the words stand that matched.

import type { Range } from '../model.ts';
import type { Word } from '../text/words.ts';
import type { Group } from './group.ts';
import type { Met } from './meet.ts';
import { isOtherWord } from './rare-form.ts';

/** Words that tell less than this part of the most telling one that matched are marked only where they stand beside another that matched. */
const leastTelling = 0.35;
/** Ascending runs, never overlapping: one a word, or one for what was typed in one, signs and all. `words`: the segment's words as they were indexed. */
export function highlights(
  text: string,
  words: readonly Word[],
  met: readonly Met[],
  groups: readonly Group[],
): Range[] {
  const most = Math.max(0, ...met.map(({ group }) => groups[group]?.rarity ?? 0));
  const telling = (group: number): boolean =>
    groups[group]?.readings.some(({ run }) => run !== undefined) || (groups[group]?.rarity ?? 0) >= most * leastTelling;
  const said = new Set(met.flatMap(({ group, reading }) => (reading.kind === 'exact' ? [group] : [])));
  const tokens = tokensOf(text, words, met, groups);
  const marked = new Map<number, Range>();
  const mark = (at: number, range: Range | undefined) => range !== undefined && marked.set(at, range);
  for (const { group, reading, at } of met) {
    const token = groups[group]?.token;
    // Where the very word stands, what it might have been instead was not meant.
    if (said.has(group) && (reading.kind === 'near' || isOtherWord(reading, groups[group]))) continue;
    // Where "at&t" stands as such, each other "at" is none of it.
    if (token !== undefined && tokens.some((each) => each.token === token)) continue;
    const beside = met.some((other) => Math.abs(other.at - at) === 1 && other.group - group === other.at - at);
    if (!telling(group) && !beside) continue;
    for (const step of reading.places.keys()) mark(at + step, rangeOf(words, at + step, 1));
  }
  for (const { at, length } of tokens) {
    for (let step = 0; step < length; step++) marked.delete(at + step);
    mark(at, rangeOf(words, at, length));
  }
  return [...marked.values()].sort(([one], [other]) => one - other);
}

interface Token {
  readonly token: number;
  readonly at: number;
  /** In words. */
  readonly length: number;
}

/** What was typed in one, of several words, where it stands in one here as well. */
function tokensOf(text: string, words: readonly Word[], met: readonly Met[], groups: readonly Group[]): Token[] {
  return met.flatMap(({ group, at }): Token[] => {
    const token = groups[group]?.token;
    if (token === undefined || groups[group - 1]?.token === token) return [];
    const length = groups.filter((each) => each.token === token).length;
    const range = rangeOf(words, at, length);
    const whole = Array.from({ length }, (_, step) =>
      met.some((each) => each.group === group + step && each.at === at + step && each.reading.places.length === 1),
    ).every(Boolean);
    return length > 1 && whole && range !== undefined && !/\s/.test(text.slice(...range))
      ? [{ token, at, length }]
      : [];
  });
}

function rangeOf(words: readonly Word[], at: number, length: number): Range | undefined {
  const first = words[at];
  const last = words[at + length - 1];
  return first === undefined || last === undefined ? undefined : [first.from, last.to];
}

// Tells where typed words stand one after the other as typed, and how often.

import type { Met } from './meet.ts';
import type { Ranked } from './rank.ts';

/** All typed words, one after the other as typed; several may have been said as one, and one as several. */
export function inARow({ stretch }: Ranked, words: number): boolean {
  return (
    stretch.length === words &&
    stretch.every((met, place) => {
      const before = stretch[place - 1];
      return before === undefined || follows(met, before);
    })
  );
}

/** How often all of it stands there; "end-to-end-to-end" is one. */
export function rowsOf(met: readonly Met[], words: number): number {
  let times = 0;
  let last = -1;
  for (const first of met.filter(({ group }) => group === 0)) {
    const end = endOfRow(first, met, words);
    if (end === undefined) continue;
    if (first.at > last) times++;
    last = Math.max(last, end);
  }
  return times;
}

/** The last place of a row that begins here; several typed words may have been said as one. */
function endOfRow(from: Met, met: readonly Met[], words: number): number | undefined {
  let last = from;
  for (let group = 1; group < words; group++) {
    const before = last;
    const next = met.find((each) => each.group === group && follows(each, before));
    if (next === undefined) return undefined;
    last = next;
  }
  return last.at + last.reading.places.length - 1;
}

function follows({ at, reading: { kind } }: Met, before: Met): boolean {
  return at === before.at ? kind === 'joined' || kind === 'number' : at === before.at + before.reading.places.length;
}

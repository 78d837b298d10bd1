// How many segments are expected to hold words together, and which of the words it takes to find few.

import type { Ask } from './find.ts';
import { type Group, stemsOf } from './group.ts';

/** Words that so many segments are expected to hold find nothing in particular. */
export const tooMany = 100;
/** Words that all stand in more than this part of the segments keep each other company: far more segments hold them all. */
const common = 0.01;

/** The rarest groups, until few segments are expected to hold them; the first `spare` of them are not counted on. */
export function rarest(groups: readonly Group[], few: number, spare: number, ask: Ask): readonly Group[] {
  const sorted = [...groups].sort((one, other) => one.segments - other.segments);
  // A word that was typed twice finds nothing more.
  const asked = sorted.map((group) => stemsOf(group).join() || group.typed);
  const distinct = sorted.filter((_, at) => asked.indexOf(asked[at] ?? '') === at);
  const enough = distinct.findIndex((_, at) => at > spare && expectedOf(distinct.slice(spare, at), ask) <= few);
  return enough < 0 ? distinct : distinct.slice(0, enough);
}

/** Whether so many segments hold them all that finding those finds nothing in particular. */
export function everywhere(groups: readonly Group[], ask: Ask): boolean {
  const least = Math.min(...groups.map(({ segments }) => segments));
  return expectedOf(groups, ask) > tooMany || least > Math.max(tooMany, ask.segments * common);
}

/** How many segments hold them all, if words kept no company. */
export function expectedOf(groups: readonly Group[], { segments }: Ask): number {
  return groups.reduce((expected, group) => expected * (group.segments / segments), segments);
}

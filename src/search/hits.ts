// Makes what people see of ranked segments: the segment with its episode, and the quote cut out of it.

import type { Library } from '../library/library.ts';
import type { Placed, Range } from '../model.ts';
import { saidWords } from '../text/words.ts';
import type { Group } from './group.ts';
import { highlights } from './highlight.ts';
import { cutQuote, type Mark } from './quote.ts';
import type { Ranked } from './rank.ts';
import type { Hit } from './search.ts';

/** In the order given; segments that are gone by now are left out. */
export async function hitsOf(
  ranked: readonly Ranked[],
  groups: readonly Group[],
  library: Library,
  mostCharacters?: number,
): Promise<readonly Hit[]> {
  const hits = await hitOfEach(ranked, groups, library, mostCharacters);
  return hits.filter((hit) => hit !== undefined);
}

/** As `hitsOf`, `undefined` in the place of each segment that is gone. */
export async function hitOfEach(
  ranked: readonly Ranked[],
  groups: readonly Group[],
  library: Library,
  mostCharacters?: number,
): Promise<readonly (Hit | undefined)[]> {
  const placed = await library.placed(ranked.map(({ candidate }) => candidate.segment));
  return ranked.map((each, at) => {
    const segment = placed[at];
    return segment && toHit(segment, each, groups, mostCharacters);
  });
}

/** A segment by itself, from its beginning, nothing highlighted. */
export function plainHit(placed: Placed): Hit {
  const { segment, episode } = placed;
  return { ...placed, quote: cutQuote(segment.text, episode.language, [], []), score: 0 };
}

function toHit(
  placed: Placed,
  { met, stretch, score }: Ranked,
  groups: readonly Group[],
  mostCharacters?: number,
): Hit {
  const { text } = placed.segment;
  const words = saidWords(text);
  const marks = stretch.flatMap(({ group, reading, weight, at }): Mark[] => {
    const first = words[at];
    const last = words[at + reading.places.length - 1];
    if (first === undefined || last === undefined) return [];
    const range: Range = [first.from, last.to];
    return [{ range, weight, kind: group }];
  });
  const shown = highlights(text, words, met, groups);
  return { ...placed, quote: cutQuote(text, placed.episode.language, marks, shown, mostCharacters), score };
}

// Two words that may have been typed as one: "tiktokvideo", "cantreach".

import type { LexiconWord, WordIndex } from '../library/word-index.ts';
import { withOrWithoutApostrophe } from '../text/apostrophes.ts';
import { bare } from '../text/fold.ts';
import { standing } from './group.ts';

/** Longer ones are pasted strings, not words without their spaces. */
const longest = 30;

/** Every way to cut it into two words that the library knows, the most common first. */
export async function splitWords(
  typed: string,
  most: number,
  index: WordIndex,
): Promise<readonly (readonly (readonly LexiconWord[])[])[]> {
  const letters = bare(typed);
  if (letters.length < 4 || letters.length > longest) return [];
  const cuts = Array.from({ length: letters.length - 1 }, (_, at) =>
    [letters.slice(0, at + 1), letters.slice(at + 1)].map((half) => [half, ...withOrWithoutApostrophe(half)]),
  );
  const words = await index.lexicon({ forms: [...new Set(cuts.flat(2))], stems: [] });
  return cuts
    .map((halves) => halves.map((spelled) => words.filter(({ form }) => spelled.includes(form))))
    .filter((places) => places.every((place) => place.length > 0))
    .sort((one, other) => rarest(other) - rarest(one))
    .slice(0, most);
}

function rarest(places: readonly (readonly LexiconWord[])[]): number {
  return Math.min(...places.map(standing));
}

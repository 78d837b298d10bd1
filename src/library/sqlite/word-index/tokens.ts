// What stands in the full-text index for each segment of an episode: its stems in order, those that it repeats, and whose
// and when it is.

import type { Tally } from '../../../text/tally.ts';
import { repeatedToken, stemToken } from './token.ts';

/**
 * @param stems of each of the tally's words.
 * @param rest what else stands for a segment, by its place.
 */
export function tokensOf(
  { said, ends }: Tally,
  stems: readonly number[],
  rest: (segment: number) => string,
): readonly string[] {
  const tokens = stems.map(stemToken);
  const repeated = stems.map(repeatedToken);
  // By the stem's place among the episode's: the segment that said it last, counted from 1, and whether it did so twice.
  const places = new Map<number, number>();
  const place = Uint32Array.from(stems, (stem) => {
    const known = places.get(stem) ?? places.size;
    places.set(stem, known);
    return known;
  });
  const saidLast = new Uint32Array(places.size);
  const saidTwice = new Uint32Array(places.size);

  let from = 0;
  return Array.from(ends, (end, segment) => {
    let text = rest(segment);
    for (let at = from; at < end; at++) {
      const word = said[at] ?? 0;
      const stem = place[word] ?? 0;
      text += ` ${tokens[word]}`;
      if (saidLast[stem] === segment + 1) saidTwice[stem] = segment + 1;
      saidLast[stem] = segment + 1;
    }
    for (let at = from; at < end; at++) {
      const word = said[at] ?? 0;
      const stem = place[word] ?? 0;
      if (saidTwice[stem] !== segment + 1) continue;
      text += ` ${repeated[word]}`;
      saidTwice[stem] = 0;
    }
    from = end;
    return text;
  });
}

// What stands in the full-text index for each segment of an episode: its stems in order, those that it repeats, and whose
// and when it is.

import type { Tally } from '../../../text/tally.ts';
import { type Encoded, Writer } from './encoded.ts';
import { repeatedMark } from './token.ts';

/**
 * @param stems of each of the tally's words, by its place.
 * @param rest what else stands for a segment, by its place; ASCII.
 */
export function tokensOf({ said, ends }: Tally, stems: Uint32Array, rest: (segment: number) => string): Encoded {
  let last = 0;
  for (const word of said) last = Math.max(last, stems[word] ?? 0);
  // By stem: the segment that said it last, counted from 1, and whether it did so twice.
  const saidLast = new Uint32Array(last + 1);
  const saidTwice = new Uint32Array(last + 1);

  const tokens = new Writer();
  let from = 0;
  ends.forEach((end, segment) => {
    tokens.text(rest(segment));
    for (let at = from; at < end; at++) {
      const stem = stems[said[at] ?? 0] ?? 0;
      tokens.text(' ');
      tokens.digits(stem);
      if (saidLast[stem] === segment + 1) saidTwice[stem] = segment + 1;
      saidLast[stem] = segment + 1;
    }
    for (let at = from; at < end; at++) {
      const stem = stems[said[at] ?? 0] ?? 0;
      if (saidTwice[stem] !== segment + 1) continue;
      tokens.text(` ${repeatedMark}`);
      tokens.digits(stem);
      saidTwice[stem] = 0;
    }
    from = end;
    tokens.end();
  });
  return tokens.take();
}

// A segment as bytes: whose it is and the numbers of its words, each number in seven-bit groups, the lowest first.

import type { Candidate } from '../../word-index.ts';
import { type Encoded, Writer } from '../encoded.ts';
import type { IndexedEpisode } from './indexed.ts';
import { daysSince1970, firstDay } from './token.ts';

/** Days count from the third century on, so that no number is negative. 0 stands for an unknown day. */
const dayOffset = 600_000;

/**
 * Every number is kept one higher, for then no byte is ever 0: SQLite may join such blobs as if they were text, which
 * hands over a thousand passages at the cost of one row.
 *
 * @param ids of the tally's words, by their places.
 */
export function passagesOf({ episode, publishedAt, segments, tally }: IndexedEpisode, ids: Uint32Array): Encoded {
  const { said, ends } = tally;
  const day = publishedAt === null ? 0 : daysSince1970(firstDay(publishedAt)) + dayOffset;
  const passages = new Writer();
  let from = 0;
  segments.forEach(({ row, speaker }, at) => {
    const end = ends[at] ?? from;
    passages.groups(row + 1);
    passages.groups(episode + 1);
    passages.groups((speaker ?? 0) + 1);
    passages.groups(day + 1);
    passages.groups(end - from + 1);
    for (; from < end; from++) passages.groups((ids[said[from] ?? 0] ?? 0) + 1);
    passages.end();
  });
  return passages.take();
}

/** Passages that stand one behind the other. The driver gives a blob as one or the other kind of bytes. */
export function decodePassages(blob: Uint8Array | ArrayBuffer): Candidate[] {
  const bytes = blob instanceof Uint8Array ? blob : new Uint8Array(blob);
  let at = 0;
  const take = (): number => {
    let byte = bytes[at++] ?? 0;
    let number = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] ?? 0;
      number |= (byte & 127) << shift;
    }
    return number - 1;
  };
  const passages: Candidate[] = [];
  // One piece of memory for all words: thousands of small ones would cost more than the decoding.
  const all = new Uint32Array(bytes.length);
  let used = 0;
  while (at < bytes.length) {
    const segment = take();
    const episode = take();
    const speaker = take();
    const day = take();
    const from = used;
    const end = used + take();
    while (used < end) all[used++] = take();
    const words = all.subarray(from, used);
    passages.push({ segment, episode, speaker, ...(day === 0 ? {} : { day: day - dayOffset }), words });
  }
  return passages;
}

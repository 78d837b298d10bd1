// What stands in the full-text index for each segment of an episode: its stems in order, those that it repeats, and whose
// and when it is.

import { type Encoded, Writer } from '../encoded.ts';
import type { IndexedEpisode } from './indexed.ts';
import type { Numbers } from './lexicon.ts';
import { dateTokens, episodeToken, firstDay, podcastToken, repeatedMark, speakerToken } from './token.ts';

/** @param numbers of the tally's words. */
export function tokensOf(episode: IndexedEpisode, { stem: stems, highestStem }: Numbers): Encoded {
  const { said, ends } = episode.tally;
  const ofEpisode = facetsOf(episode);
  // By stem: the segment that said it last, counted from 1, and whether it did so twice.
  const saidLast = new Uint32Array(highestStem + 1);
  const saidTwice = new Uint32Array(highestStem + 1);

  const tokens = new Writer();
  let from = 0;
  episode.segments.forEach(({ speaker }, segment) => {
    const end = ends[segment] ?? from;
    if (speaker !== null) tokens.ascii(`${speakerToken(speaker)} `);
    tokens.ascii(ofEpisode);
    for (let at = from; at < end; at++) {
      const stem = stems[said[at] ?? 0] ?? 0;
      tokens.ascii(' ');
      tokens.digits(stem);
      if (saidLast[stem] === segment + 1) saidTwice[stem] = segment + 1;
      saidLast[stem] = segment + 1;
    }
    for (let at = from; at < end; at++) {
      const stem = stems[said[at] ?? 0] ?? 0;
      if (saidTwice[stem] !== segment + 1) continue;
      tokens.ascii(` ${repeatedMark}`);
      tokens.digits(stem);
      saidTwice[stem] = 0;
    }
    from = end;
    tokens.end();
  });
  return tokens.take();
}

/** What holds of every segment of it. */
function facetsOf({ episode, podcast, publishedAt }: IndexedEpisode): string {
  const dates = publishedAt === null ? [] : dateTokens(firstDay(publishedAt));
  return [episodeToken(episode), podcastToken(podcast), ...dates].join(' ');
}

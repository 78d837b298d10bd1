// A few quotes that give a taste of an episode or of a speaker.

import type { Context } from '../../src/bot/command.ts';
import type { Hit } from '../../src/search/search.ts';

/** Long enough to be a thought, not an interjection. */
const leastCharacters = 80;

/** From among so many quotes of a word one is chosen. */
const looked = 10;

/**
 * Quotes in which the most telling words stand, one each, of a speaker from as many episodes as can be; where those do not
 * suffice, others by chance.
 */
export async function sampleQuotes(
  of: { readonly episodeId: string } | { readonly speakerId: string },
  tellingWords: readonly string[],
  most: number,
  { search, library }: Pick<Context, 'search' | 'library'>,
): Promise<readonly Hit[]> {
  const filters = 'episodeId' in of ? { episode: of.episodeId } : { speaker: of.speakerId };
  const scope = 'episodeId' in of ? { episodeIds: [of.episodeId] } : { speakerIds: [of.speakerId] };
  const found = new Map<string, Hit>();
  const spare = new Map<string, Hit>();
  for (const word of tellingWords) {
    if (found.size >= most) break;
    const { hits } = await search.quotes({ words: `"${word}"`, ...filters, offset: 0, limit: looked });
    const heard = new Set([...found.values()].map(({ episode }) => episode.id));
    const left = hits.filter(({ segment }) => !found.has(segment.id));
    const hit = left.find(({ episode }) => 'episodeId' in of || !heard.has(episode.id));
    if (hit !== undefined) found.set(hit.segment.id, hit);
    else if (left[0] !== undefined) spare.set(left[0].segment.id, left[0]);
  }
  for (const [id, hit] of spare) if (found.size < most) found.set(id, hit);
  for (let draws = 0; found.size < most && draws < 2 * most; draws++) {
    const placed = await library.randomSegment({ ...scope, leastCharacters });
    const hit = placed === undefined ? undefined : await search.quote(placed.segment.id);
    if (hit === undefined) break;
    found.set(hit.segment.id, hit);
  }
  return [...found.values()];
}

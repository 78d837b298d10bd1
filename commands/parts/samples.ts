// A few quotes that give a taste of an episode or of a speaker.

import type { Context } from '../../src/bot/command.ts';
import type { Hit } from '../../src/search/search.ts';

/** Long enough to be a thought, not an interjection. */
const leastCharacters = 80;

/** Quotes in which the most telling words stand, one each; where those do not suffice, others by chance. */
export async function sampleQuotes(
  of: { readonly episodeId: string } | { readonly speakerId: string },
  tellingWords: readonly string[],
  most: number,
  { search, library }: Context,
): Promise<readonly Hit[]> {
  const filters = 'episodeId' in of ? { episode: of.episodeId } : { speaker: of.speakerId };
  const found = new Map<string, Hit>();
  for (const word of tellingWords) {
    if (found.size >= most) break;
    const { hits } = await search.quotes({ words: `"${word}"`, ...filters, offset: 0, limit: most });
    const hit = hits.find(({ segment }) => !found.has(segment.id));
    if (hit !== undefined) found.set(hit.segment.id, hit);
  }
  for (let draws = 0; found.size < most && draws < 2 * most; draws++) {
    const placed = await library.randomSegment({ ...of, leastCharacters });
    const hit = placed === undefined ? undefined : await search.quote(placed.segment.id);
    if (hit === undefined) break;
    found.set(hit.segment.id, hit);
  }
  return [...found.values()];
}

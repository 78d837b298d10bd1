// A few quotes that give a taste of an episode or of a speaker.

import type { Context } from '../../src/bot/command.ts';
import type { Hit, QueryFilters } from '../../src/search/search.ts';

interface Sampled {
  readonly episodeId?: string;
  readonly speakerId?: string;
}

/** Long enough to be a thought, not an interjection. */
const leastCharacters = 80;

/**
 * Quotes in which the most telling words stand; where those do not suffice, others by chance. `filters` names the same
 * thing as `of` in the words search takes; what it finds elsewhere by a like name is passed over.
 */
export async function sampleQuotes(
  of: Sampled,
  filters: QueryFilters,
  tellingWords: readonly string[],
  limit: number,
  context: Context,
): Promise<readonly Hit[]> {
  const found = new Map<string, Hit>();
  const isOfIt = ({ episode, segment }: Hit) =>
    (of.episodeId === undefined || episode.id === of.episodeId) &&
    (of.speakerId === undefined || segment.speaker?.id === of.speakerId);

  for (const word of tellingWords) {
    if (found.size >= limit) break;
    const { hits } = await context.search.quotes({ words: `"${word}"`, ...filters, offset: 0, limit: 5 });
    const hit = hits.find((one) => isOfIt(one) && !found.has(one.segment.id));
    if (hit !== undefined) found.set(hit.segment.id, hit);
  }
  for (let tries = 0; found.size < limit && tries < limit * 2; tries++) {
    const placed = await context.library.randomSegment({ ...of, leastCharacters });
    const hit = placed === undefined ? undefined : await context.search.quote(placed.segment.id);
    if (hit === undefined) break;
    found.set(hit.segment.id, hit);
  }
  return [...found.values()];
}

// The episodes that could be transcribed: those with audio and no transcript, newest first.

import type { EpisodeEntry, Shelves } from '../library/library.ts';

const pageSize = 500;

export async function awaitedEpisodes(library: Shelves): Promise<EpisodeEntry[]> {
  const waiting: EpisodeEntry[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const { items, total } = await library.episodes({ awaiting: true }, { offset, limit: pageSize });
    waiting.push(...items);
    if (items.length === 0 || offset + pageSize >= total) break;
  }
  return waiting.filter(({ episode }) => episode.transcript === 'awaited' && episode.audio !== undefined);
}

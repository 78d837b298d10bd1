// The episodes that could be transcribed: those with audio and no transcript, newest first.

import type { Desk, EpisodeEntry, Shelves } from '../library/library.ts';

export interface AwaitedEpisode extends EpisodeEntry {
  readonly audio: string;
  /** Its feed offers a transcript that could not be read, and is asked for it again first: that one costs nothing. */
  readonly offered: boolean;
}

const pageSize = 500;
/** From then on it is not likely to come any more. */
const enoughFailures = 3;

export async function awaitedEpisodes(library: Shelves & Desk): Promise<AwaitedEpisode[]> {
  const retries = new Map((await library.shelved()).map(({ episodeId, retry }) => [episodeId, retry]));
  const waiting: AwaitedEpisode[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const { items, total } = await library.episodes({ awaiting: true }, { offset, limit: pageSize });
    for (const entry of items) {
      const { id, transcript, audio } = entry.episode;
      if (transcript !== 'awaited' || audio === undefined) continue;
      const failures = retries.get(id)?.failures ?? enoughFailures;
      waiting.push({ ...entry, audio, offered: failures < enoughFailures });
    }
    if (items.length === 0 || offset + pageSize >= total) return waiting;
  }
}

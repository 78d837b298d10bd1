// What a run would do, before it does it: which episodes, how many hours, and how many of them today allows.

import { VerbatimError } from '../errors.ts';
import type { Desk, EpisodeEntry, Shelves, StateStore } from '../library/library.ts';
import { bare } from '../text/fold.ts';
import { openAllowance } from './allowance.ts';
import { awaitedEpisodes } from './awaited.ts';

export interface TranscriptionPlan {
  readonly episodes: readonly EpisodeEntry[];
  /** As far as their feeds tell how long they are; of `unmeasured` episodes they do not. */
  readonly seconds: number;
  readonly unmeasured: number;
  readonly leftTodaySeconds: number;
}

export interface PlanRequest {
  /** Ids, or a part of the title; none: all that wait. */
  readonly wanted: readonly string[];
  readonly limit?: number | undefined;
  readonly mostHoursADay: number;
}

/** @throws VerbatimError `usage` where a wanted episode is not among those that wait, or several are meant. */
export async function planTranscription(
  library: Shelves & Desk & StateStore,
  { wanted, limit, mostHoursADay }: PlanRequest,
): Promise<TranscriptionPlan> {
  const waiting = await awaitedEpisodes(library);
  const named =
    wanted.length === 0
      ? waiting.filter(({ offered }) => !offered)
      : [...new Set(wanted.map((words) => find(waiting, words)))];
  const episodes = named.slice(0, limit);
  const lengths = episodes.flatMap(({ episode }) => episode.durationSeconds ?? []);
  return {
    episodes,
    seconds: lengths.reduce((sum, seconds) => sum + seconds, 0),
    unmeasured: episodes.length - lengths.length,
    leftTodaySeconds: await openAllowance(library, mostHoursADay).leftSeconds(),
  };
}

function find(waiting: readonly EpisodeEntry[], words: string): EpisodeEntry {
  const exact = waiting.find(({ episode }) => episode.id === words);
  if (exact !== undefined) return exact;
  const found = waiting.filter(({ podcast, episode }) =>
    bare(`${podcast.title} ${episode.title}`).includes(bare(words)),
  );
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  if (only === undefined) {
    throw new VerbatimError(
      'usage',
      `No episode that waits for its transcript is called "${words}". --dry-run lists them.`,
    );
  }
  const some = found.slice(0, 5).map(({ episode }) => `  ${episode.id}  ${episode.title}`);
  throw new VerbatimError(
    'usage',
    `"${words}" may be any of ${found.length} episodes. Name one by its id:\n${some.join('\n')}`,
  );
}

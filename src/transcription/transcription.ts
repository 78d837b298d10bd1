// What transcribing takes, tells while it runs, and has done in the end.

import type { Fetcher } from '../fetch/fetcher.ts';
import type { FeedShelf } from '../library/feed-shelf.ts';
import type { Desk, Shelves, StateStore } from '../library/library.ts';

export interface TranscriptionSettings {
  /** Where audio is posted to, whole: `https://api.example.org/v1/audio/transcriptions`. The operator's own choice, and so
   * free to be on this machine or in a private network: only what feeds name is kept away from there. */
  readonly address: string;
  readonly apiKey: string | undefined;
  readonly model: string;
  /** Hours of audio that may be asked for on one day (UTC). */
  readonly mostHoursADay: number;
  /** The most that the service takes at once. */
  readonly mostBytes: number;
  /** Where audio lies while it is worked on. */
  readonly folder: string;
  /** Where ffmpeg is looked for (PATH); nothing else of the environment reaches it. */
  readonly searchPath: string | undefined;
}

/** pino's shape, as far as it is needed. */
export interface TranscriptionLog {
  info(message: string): void;
  warn(message: string): void;
}

export interface TranscriptionRequest {
  readonly library: Shelves & Desk & StateStore & Pick<FeedShelf, 'feeds'>;
  /** For the audio, whose address a feed has named. */
  readonly fetcher: Fetcher;
  readonly settings: TranscriptionSettings;
  /** Only these, whatever failed of late; left out: all that wait, newest first, and after trouble a while later. */
  readonly episodes?: readonly string[];
  /** How many at most. */
  readonly limit?: number;
  /** Told what a running bot should know, each thing once a day. */
  readonly log?: TranscriptionLog;
  readonly onProgress?: (progress: TranscriptionProgress) => void;
  /** Ends it; what was paid for is kept. */
  readonly signal?: AbortSignal;
  /** The first wait before asking again; it doubles each time. */
  readonly backOffMs?: number;
}

export interface TranscriptionProgress {
  readonly title: string;
  readonly act: 'fetching' | 'decoding' | 'transcribing';
  /** Episodes. */
  readonly done: number;
  readonly total: number;
  /** Seconds of this episode's audio, and how many of them are transcribed; absent until it is decoded. */
  readonly audioSeconds?: number;
  readonly transcribedSeconds?: number;
}

export interface TranscribedEpisode {
  readonly episodeId: string;
  readonly title: string;
  readonly audioSeconds: number;
  readonly segments: number;
}

export interface UntranscribedEpisode {
  readonly episodeId: string;
  readonly title: string;
  /** A sentence with the mend. */
  readonly reason: string;
}

export interface TranscriptionReport {
  readonly transcribed: readonly TranscribedEpisode[];
  readonly failed: readonly UntranscribedEpisode[];
  /** Seconds of audio that the service was asked for this time. */
  readonly askedSeconds: number;
  /** Why it ended before the last episode: the day's hours are used up, it was told to stop, or nothing more would have worked. */
  readonly ended?: { readonly by: 'allowance' | 'signal' | 'trouble'; readonly reason: string };
}

// What the word index is told of an episode.

import type { Tally } from '../../../text/tally.ts';

/** What is said in one episode. */
export interface IndexedEpisode {
  /** Rows of the library's tables. */
  readonly episode: number;
  readonly podcast: number;
  readonly publishedAt: string | null;
  readonly language: string;
  readonly segments: readonly IndexedSegment[];
  /** Of the segments' texts, in their order. */
  readonly tally: Tally;
}

export interface IndexedSegment {
  readonly row: number;
  readonly speaker: number | null;
}

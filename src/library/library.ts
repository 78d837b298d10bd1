// The library's port: what the program may ask of the place where episodes are kept. It speaks of podcasts, episodes and
// segments, never of SQL, and every method is async: a search cluster may stand behind it as well as one file.

import type { Episode, Placed, PlainDate, Podcast, Segment, Speaker } from '../model.ts';
import type { Tally } from '../text/tally.ts';
import type { TranscriptSegment } from '../transcripts/transcript.ts';
import type { FeedShelf } from './feed-shelf.ts';
import type { WordIndex } from './word-index.ts';

/** Everything at once; callers ask for the part they need. */
export interface Library extends Shelves, WordIndex, Desk, FeedShelf, StateStore {
  /** Closes the file. Idempotent. */
  close(): Promise<void>;
}

export interface LibraryStats {
  readonly podcasts: number;
  /** Those that can be quoted from; without a transcript there are `awaiting` more. */
  readonly episodes: number;
  readonly awaiting: number;
  readonly speakers: number;
  readonly segments: number;
  /** Size on disk. */
  readonly bytes: number;
}

export interface Page {
  readonly offset: number;
  readonly limit: number;
}

export interface Paged<T> {
  readonly items: readonly T[];
  /** How many there are in all. */
  readonly total: number;
}

export interface EpisodeFilter {
  readonly podcastId?: string;
  readonly speakerId?: string;
  /** True: only those that have no transcript yet. */
  readonly awaiting?: boolean;
  /** True: only those that can be quoted and whose date is not known. */
  readonly undated?: boolean;
  /** Only these, in this order (what a title search found). */
  readonly ids?: readonly string[];
}

export interface EpisodeEntry {
  readonly podcast: Podcast;
  readonly episode: Episode;
  readonly segments: number;
  /** Who speaks in it, most words first. */
  readonly speakers: readonly Speaker[];
}

export interface SpeakerEntry {
  readonly speaker: Speaker;
  readonly episodes: number;
  readonly segments: number;
  readonly words: number;
  readonly firstHeard?: PlainDate;
  readonly lastHeard?: PlainDate;
}

/** All that is given must hold; of a list, any. */
export interface SegmentFilter {
  readonly podcastIds?: readonly string[];
  readonly episodeIds?: readonly string[];
  readonly speakerIds?: readonly string[];
  /** Least length of the text, in characters. */
  readonly leastCharacters?: number;
}

/** Reading what is there. Unknown ids answer `undefined` or nothing, never an error. */
export interface Shelves {
  stats(): Promise<LibraryStats>;
  podcasts(): Promise<readonly Podcast[]>;
  /** Newest first, unless `ids` gives an order. */
  episodes(filter: EpisodeFilter, page: Page): Promise<Paged<EpisodeEntry>>;
  episode(id: string): Promise<EpisodeEntry | undefined>;
  /** Most words first. */
  speakers(page: Page): Promise<Paged<SpeakerEntry>>;
  speaker(id: string): Promise<SpeakerEntry | undefined>;
  segment(id: string): Promise<Placed | undefined>;
  /** The segments around one, in order, itself included: at most `before` earlier and `after` later ones. */
  exchange(segmentId: string, before: number, after: number): Promise<readonly Segment[]>;
  /** One by chance, each as likely as the next; `undefined` where none fits. */
  randomSegment(filter: SegmentFilter): Promise<Placed | undefined>;
}

/** One episode with all that is said in it. */
export interface EpisodeRecord {
  readonly podcast: Podcast;
  readonly episode: Episode;
  /** Where it was imported from: the imported folder's absolute path, or a feed's address. */
  readonly origin: string;
  /** Of everything the record was made from: the same hash means nothing to do. */
  readonly contentHash: string;
  readonly segments: readonly TranscriptSegment[];
  /** The words of the segments' texts, where whoever read them has told them already; else the library does. */
  readonly tally?: Tally;
  /** Where a transcript is offered and could not be read. */
  readonly retry?: Retry;
}

/** When to try a transcript again that could not be read. */
export interface Retry {
  /** How often it has failed so far. */
  readonly failures: number;
  readonly dueAt: Date;
}

/** What is remembered of an episode's import: enough to see what changed since. */
export interface Shelved {
  readonly episodeId: string;
  readonly podcastId: string;
  readonly origin: string;
  readonly source: string;
  readonly contentHash: string;
  /** As `Episode.transcript`. */
  readonly transcript?: Episode['transcript'];
  readonly retry?: Retry;
}

/** Writing. */
export interface Desk {
  /** Every episode there is, or those of one podcast. */
  shelved(podcastId?: string): Promise<readonly Shelved[]>;
  /**
   * Replaces each of the episodes whole, all of them or none. What a machine made leaves `retry` as it is: the real one is still
   * wanted.
   */
  shelve(...records: readonly EpisodeRecord[]): Promise<void>;
  /** Replaces what is known of an episode that is there; what is said in it stays, and with that its language and length. */
  relabel(record: Omit<EpisodeRecord, 'segments' | 'tally'>): Promise<void>;
  /** Replaces what is known of a podcast, where it is there. */
  describe(podcast: Podcast): Promise<void>;
  /** Their transcripts are not tried again. */
  giveUp(episodeIds: readonly string[]): Promise<void>;
  remove(episodeIds: readonly string[]): Promise<void>;
  /** After a run of shelving and removing: does in bulk what makes search quick and its order good. A library left unsettled still answers. */
  settle(): Promise<void>;
}

/** Small values that outlive a restart, each until a moment (what a button means, a chosen language). */
export interface StateStore {
  putState(entries: readonly StateEntry[]): Promise<void>;
  /** `undefined` when it never was or has expired. */
  getState(key: string): Promise<unknown>;
  /** True for the first caller, false for everyone after: an act that must happen once. */
  claimState(key: string, expiresAt: Date): Promise<boolean>;
  /** Takes a claim back: what it stood for did not happen after all. */
  releaseState(key: string): Promise<void>;
  pruneState(now: Date): Promise<void>;
}

export interface StateEntry {
  readonly key: string;
  /** Anything that JSON can hold. */
  readonly value: unknown;
  readonly expiresAt: Date;
}

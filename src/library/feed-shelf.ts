// The part of the library's port that keeps the feeds which are followed.

/** A feed that is followed. Its address may hold a name and a password: it is for fetching, and never for telling. */
export interface FollowedFeed {
  readonly address: string;
  /** The podcast it became; absent until it was first read. */
  readonly podcastId?: string;
  readonly title?: string;
  /** The podcast's guid: its own, or made from its first address, so that a feed that moves stays who it is. */
  readonly guid?: string;
  readonly addedAt: Date;
  readonly etag?: string;
  readonly lastModified?: string;
  /** How long it wants to be left alone between two readings. */
  readonly restSeconds?: number;
  /** When it was last asked, and when it last answered. */
  readonly checkedAt?: Date;
  readonly answeredAt?: Date;
  /** Not before this moment is it asked again. */
  readonly dueAt: Date;
  /** Failed checks since it last answered, the first one's moment, and what was wrong the last time (no secrets in it). */
  readonly failures: number;
  readonly failingSince?: Date;
  readonly failure?: string;
  /** When it was said to be gone for good (410): it is not asked any more, unless somebody says so. */
  readonly goneAt?: Date;
  /** Whether the log, and whoever uses the command line, have been told that it is gone or has failed for days. */
  readonly toldLog: boolean;
  readonly toldPerson: boolean;
}

/** The feeds that are followed. */
export interface FeedShelf {
  /** In the order in which they were added. */
  feeds(): Promise<readonly FollowedFeed[]>;
  /** Adds it, or replaces the one at this address. */
  putFeed(feed: FollowedFeed): Promise<void>;
  /**
   * Replaces the one that was at `before`, its address until it moved; where the new address is followed as well, the two
   * become one. False, and nothing done, where it is not followed any more: removed while it was being checked.
   */
  updateFeed(feed: FollowedFeed, before?: string): Promise<boolean>;
  /** Its episodes stay. */
  removeFeed(address: string): Promise<void>;
}

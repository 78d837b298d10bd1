// What importing one feed takes and gives.

import type { FollowedFeed } from '../library/feed-shelf.ts';
import type { ImportReport } from './report.ts';

export interface FeedImport {
  /** What changed; where the feed has not changed since, everything in it is `unchanged` and nothing was read. */
  readonly report: ImportReport;
  /** The feed as it is to be remembered: where it is now, its title, guid, podcast, rest, etag and lastModified. */
  readonly feed: FollowedFeed;
  /** True where one conditional request was all it took. */
  readonly unchanged: boolean;
  /** Episodes of it that have no transcript yet. */
  readonly awaiting: number;
  /** For how long there is nothing new to be had, as its server (Cache-Control) has it. */
  readonly freshSeconds?: number;
}

// Opens a feed: asks for it if it has changed, follows it where it has moved, and makes a source of it.

import { VerbatimError } from '../../errors.ts';
import type { Fetcher } from '../../fetch/fetcher.ts';
import type { FeedRequest, OpenedFeed } from './opened-feed.ts';

export type { FeedRequest, OpenedFeed } from './opened-feed.ts';

/** @throws VerbatimError what fetching throws, `malformed` (broken XML) or `unknown-format` (no feed). */
export async function openFeed(_fetcher: Fetcher, request: FeedRequest): Promise<OpenedFeed> {
  throw new VerbatimError('unavailable', 'Feeds cannot be read yet.', { cause: request.guid });
}

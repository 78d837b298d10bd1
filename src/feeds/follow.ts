// Follows a new feed, and checks one because somebody asked for it.

import { setTimeout as sleep } from 'node:timers/promises';
import type { VerbatimError } from '../errors.ts';
import type { FeedImportOptions } from '../ingest/feed.ts';
import type { FeedShelf, FollowedFeed } from '../library/feed-shelf.ts';
import type { StateStore } from '../library/library.ts';
import { type Checked, type CheckParts, checkFeed } from './check.ts';
import { claimFeed } from './claim.ts';

export interface ByHandParts extends CheckParts {
  readonly library: FeedShelf & StateStore;
}

export interface ByHandOptions extends FeedImportOptions {
  /** Told once where another process is checking the feed right now, and is waited for. */
  readonly onWait?: () => void;
}

/** `isNew`: it was not followed before. `isKept`: it is followed now. */
export type Followed = Checked & { readonly isNew: boolean; readonly isKept: boolean };

const waitMs = 250;

/** An address that is followed, not yet asked. */
export function newFeed(address: string, now: Date): FollowedFeed {
  return { address, addedAt: now, dueAt: now, failures: 0, toldLog: false, toldPerson: false };
}

/**
 * Follows a feed and brings its episodes. One that cannot be read, and will not be by waiting, is not followed; one that
 * was followed before is only checked.
 */
export async function followFeed(parts: ByHandParts, address: string, options: ByHandOptions = {}): Promise<Followed> {
  const { library, now } = parts;
  const before = (await library.feeds()).find((feed) => feed.address === address);
  const isNew = before === undefined;
  // Remembered first: what a killed import leaves undone, the next check does.
  if (isNew) await library.putFeed(newFeed(address, now()));
  const checked = await checkByHand(parts, before ?? newFeed(address, now()), options);
  const isKept = !isNew || checked.kind !== 'failed' || mayPass(checked.error);
  if (!isKept) await library.removeFeed(address);
  return { ...checked, isNew, isKept };
}

/** Due or not. Waits for another process that checks it. */
export async function checkByHand(
  parts: ByHandParts,
  feed: FollowedFeed,
  { onWait, ...options }: ByHandOptions = {},
): Promise<Checked> {
  const { library } = parts;
  let claim = await claimFeed(library, feed.address);
  if (claim === undefined) onWait?.();
  while (claim === undefined) {
    if (options.signal?.aborted) return { kind: 'stopped', before: feed, feed };
    await sleep(waitMs);
    claim = await claimFeed(library, feed.address);
  }
  try {
    const current = (await library.feeds()).find(({ address }) => address === feed.address);
    if (current === undefined) return { kind: 'removed', before: feed, feed };
    return await checkFeed(parts, current, { ...options, byHand: true });
  } finally {
    await claim.release();
  }
}

/** Whether the same request may succeed later: the server is away or busy, and has not refused. */
function mayPass({ code, status = 0 }: VerbatimError): boolean {
  return code === 'unreachable' || code === 'unavailable' || status === 429 || status >= 500;
}

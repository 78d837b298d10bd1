// One check of one feed: read it, and write down what came of it and when it is due again.

import { VerbatimError } from '../errors.ts';
import type { FeedImportOptions } from '../ingest/feed.ts';
import type { FeedImport } from '../ingest/feed-port.ts';
import type { ImportReport } from '../ingest/report.ts';
import type { FeedShelf, FollowedFeed } from '../library/feed-shelf.ts';
import { known } from '../text/known.ts';
import { afterAnswer, afterFailure, type Chance } from './schedule.ts';

/** Reads a feed and imports what is new in it: `importFeed` with a library and a fetcher in its hands. */
export type ReadFeed = (feed: FollowedFeed, options: FeedImportOptions) => Promise<FeedImport>;

export interface CheckParts {
  readonly library: FeedShelf;
  readonly read: ReadFeed;
  readonly now: () => Date;
  readonly chance: Chance;
}

/** `before` and `feed`: as it was remembered, and is now. */
export type Checked = { readonly before: FollowedFeed; readonly feed: FollowedFeed } & (
  | { readonly kind: 'answered'; readonly result: FeedImport }
  | { readonly kind: 'failed'; readonly error: VerbatimError }
  /** Told to stop: it goes on where it was. */
  | { readonly kind: 'stopped'; readonly result?: FeedImport }
  /** Nobody follows it any more. */
  | { readonly kind: 'removed' }
);

/** @throws VerbatimError where the library cannot be written; what is wrong with the feed is in the answer. */
export async function checkFeed(
  { library, read, now, chance }: CheckParts,
  before: FollowedFeed,
  options: FeedImportOptions = {},
): Promise<Checked> {
  try {
    const result = await read(before, options);
    if (result.report.stopped) {
      if (!options.signal?.aborted) throw libraryFailure(result.report);
      return await remembered({ kind: 'stopped', before, feed: { ...before, ...identityOf(result.feed) }, result });
    }
    const feed = withAnswer(before, result, now(), chance);
    return await remembered({ kind: 'answered', before, feed, result });
  } catch (error) {
    if (options.signal?.aborted) return { kind: 'stopped', before, feed: before };
    if (isOfLibrary(error)) throw error;
    const told = error instanceof VerbatimError ? error : unexpected(error);
    return await remembered({ kind: 'failed', before, feed: withFailure(before, told, now(), chance), error: told });
  }

  async function remembered(checked: Checked): Promise<Checked> {
    if (await library.updateFeed(checked.feed, before.address)) return checked;
    return { kind: 'removed', before, feed: before };
  }
}

/** These were being checked when the thread came to harm: one of them is to blame, and none is the first one asked again. */
export async function noteCutOff({ library, now, chance }: Omit<CheckParts, 'read'>, addresses: readonly string[]) {
  const error = new VerbatimError('too-large', 'The last check was given up: it took more time or memory than it may.');
  for (const feed of await library.feeds()) {
    if (addresses.includes(feed.address)) await library.updateFeed(withFailure(feed, error, now(), chance));
  }
}

const unexpected = (cause: unknown) =>
  new VerbatimError('unavailable', 'Something unexpected went wrong while it was read; the log says what.', { cause });

const isOfLibrary = (error: unknown): boolean => error instanceof VerbatimError && error.code.startsWith('library-');

/** An import that ends before its end, and was not told to, could not write. */
function libraryFailure({ failed }: ImportReport): VerbatimError {
  const found = failed.find(({ code }) => code.startsWith('library-'));
  return new VerbatimError('library-full', found?.reason ?? 'The library could not be written.');
}

/** As it was before it failed. */
function withoutFailure(feed: FollowedFeed): FollowedFeed {
  const { failure: _, failingSince: _since, goneAt: _gone, ...well } = feed;
  return { ...well, failures: 0, toldLog: false, toldPerson: false };
}

function withAnswer(before: FollowedFeed, { feed, freshSeconds }: FeedImport, now: Date, chance: Chance): FollowedFeed {
  return {
    ...withoutFailure(feed),
    addedAt: before.addedAt,
    checkedAt: now,
    answeredAt: now,
    dueAt: afterAnswer(now, Math.max(freshSeconds ?? 0, feed.restSeconds ?? 0), chance),
  };
}

function withFailure(before: FollowedFeed, error: VerbatimError, now: Date, chance: Chance): FollowedFeed {
  const failures = before.failures + 1;
  return {
    ...before,
    checkedAt: now,
    dueAt: afterFailure(now, failures, error.retryAfterSeconds, chance),
    failures,
    failingSince: before.failingSince ?? now,
    failure: error.message,
    // 410 says that it will not come back: https://www.rfc-editor.org/rfc/rfc9110#section-15.5.11
    ...(error.status === 410 ? { goneAt: now } : {}),
  };
}

/** What is known of it after its first answer, though it was not read to its end. */
const identityOf = ({ podcastId, title, guid }: FollowedFeed) => known({ podcastId, title, guid });

// One check of one feed: read it, and write down what came of it and when it is due again.

import { VerbatimError } from '../errors.ts';
import type { FeedImport } from '../ingest/feed-port.ts';
import type { ImportProgress, ImportReport } from '../ingest/report.ts';
import type { FeedShelf, FollowedFeed, Shelves } from '../library/library.ts';
import { afterAnswer, afterFailure, type Chance, mayStillAppear } from './schedule.ts';

export interface ReadOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
}

/** Reads a feed and imports what is new in it: `importFeed` with a library and a fetcher in its hands. */
export type ReadFeed = (feed: FollowedFeed, options: ReadOptions) => Promise<FeedImport>;

export interface CheckParts {
  readonly library: FeedShelf & Pick<Shelves, 'episodes'>;
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
  options: ReadOptions = {},
): Promise<Checked> {
  const failed = (error: VerbatimError): FollowedFeed => withFailure(before, error, now(), chance);
  // Taken for failed until it has answered: a feed that ends the thread, or the process, is not the first one asked again.
  if (!(await library.updateFeed(failed(cutOff)))) return { kind: 'removed', before, feed: before };

  try {
    const result = await read(before, options);
    if (result.report.stopped) {
      if (!options.signal?.aborted) throw libraryFailure(result.report);
      return await remembered({ kind: 'stopped', before, feed: { ...before, ...identityOf(result.feed) }, result });
    }
    const answered = withAnswer(before, result, now(), chance);
    const feed = (await awaitsWhatFailed(result)) ? withoutValidators(answered) : answered;
    return await remembered({ kind: 'answered', before, feed, result });
  } catch (error) {
    if (options.signal?.aborted) return await remembered({ kind: 'stopped', before, feed: before });
    if (isOfLibrary(error)) {
      await library.updateFeed(before).catch(() => undefined);
      throw error;
    }
    const known = error instanceof VerbatimError ? error : unexpected(error);
    return await remembered({ kind: 'failed', before, feed: failed(known), error: known });
  }

  async function remembered(checked: Checked): Promise<Checked> {
    if (await library.updateFeed(checked.feed, before.address)) return checked;
    return { kind: 'removed', before, feed: before };
  }

  /**
   * Whether a transcript that could not be had may still appear where the feed says: then the feed, though unchanged, is
   * read again the next time.
   */
  async function awaitsWhatFailed({ report, feed: { podcastId } }: FeedImport): Promise<boolean> {
    if (report.failed.length === 0 || podcastId === undefined) return false;
    const { items } = await library.episodes({ podcastId, awaiting: true }, { offset: 0, limit: 1 });
    return items.some(({ episode }) => mayStillAppear(episode.publishedAt, now()));
  }
}

const cutOff = new VerbatimError(
  'unavailable',
  'The last check was cut off: the program was ended, or the feed took more time or memory than it may.',
);

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
    dueAt: afterAnswer(now, freshSeconds, chance),
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

function withoutValidators({ etag: _, lastModified: _modified, ...feed }: FollowedFeed): FollowedFeed {
  return feed;
}

/** What is known of it after its first answer, though it was not read to its end. */
function identityOf({ podcastId, title, guid }: FollowedFeed): Partial<FollowedFeed> {
  return {
    ...(podcastId === undefined ? {} : { podcastId }),
    ...(title === undefined ? {} : { title }),
    ...(guid === undefined ? {} : { guid }),
  };
}

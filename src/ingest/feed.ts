// Imports one feed: asks for it if it may have changed, and answers what became of it and how it is to be remembered.

import type { Fetcher } from '../fetch/fetcher.ts';
import type { FeedShelf, FollowedFeed } from '../library/feed-shelf.ts';
import type { Desk, Shelved } from '../library/library.ts';
import { openFeed } from '../sources/feed/open-feed.ts';
import { shownAddress } from '../text/address.ts';
import { known } from '../text/known.ts';
import { importEpisodes } from './feed-episodes.ts';
import type { FeedImport } from './feed-port.ts';
import { feedIdentity } from './identity.ts';
import type { ImportProgress } from './report.ts';
import { openParser } from './shared-parser.ts';

export interface FeedImportOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Ends the import after the episode under way; what was shelved stays, whole. */
  readonly signal?: AbortSignal;
  /** Somebody asked for it: what failed is tried again at once, due or not. */
  readonly byHand?: boolean;
}

/**
 * An episode is read where its source tells of it otherwise than when it was shelved, or where its transcript is due to be
 * tried again; all others cost no request. What has left the feed stays in the library.
 * @param feed as it was remembered; of a new one its address is enough.
 * @throws VerbatimError what `openFeed` throws, and where the library cannot even be read.
 */
export async function importFeed(
  library: Desk & Pick<FeedShelf, 'feeds'>,
  fetcher: Fetcher,
  feed: FollowedFeed,
  { onProgress, signal, byHand = false }: FeedImportOptions = {},
): Promise<FeedImport> {
  const startedAt = performance.now();
  const now = new Date();
  const isDue = ({ retry }: Shelved) => retry !== undefined && (byHand || retry.dueAt <= now);
  const before = feed.podcastId === undefined ? [] : await library.shelved(feed.podcastId);

  const opened = await openFeed(fetcher, {
    address: feed.address,
    // Where a failed transcript is offered stands in the feed alone.
    ...(before.some(isDue) ? {} : known({ etag: feed.etag, lastModified: feed.lastModified })),
    ...known({ guid: feed.guid, signal }),
  });
  const { etag: _etag, lastModified: _lastModified, ...rest } = feed;
  const fresh = known({ freshSeconds: opened.freshSeconds });
  const moved: FollowedFeed = { ...rest, address: opened.address };
  const remembered = { ...moved, ...known({ etag: opened.etag, lastModified: opened.lastModified }) };
  const seconds = () => (performance.now() - startedAt) / 1000;
  if (opened.kind === 'unchanged') {
    const awaiting = before.filter(isAwaited).length;
    const nothing = { added: 0, changed: 0, removed: 0, failed: [], notes: [], segments: 0, stopped: false };
    const report = { ...nothing, unchanged: before.length - awaiting, awaiting, seconds: seconds() };
    return { report, feed: remembered, unchanged: true, awaiting, ...fresh };
  }

  const { source, guid, title, restSeconds } = opened;
  const { podcastId } = feedIdentity(source);
  const parser = openParser();
  try {
    const others = (await library.feeds()).filter(
      ({ address }) => address !== feed.address && address !== opened.address,
    );
    const done = await importEpisodes(library, parser, source, {
      isDue,
      // Shown, another feed's address may be this one's, too.
      isOfAnotherFeed: ({ origin }) =>
        origin !== source.origin && others.some(({ address }) => shownAddress(address) === origin),
      now,
      ...known({ onProgress, signal }),
    });
    const awaiting = (await library.shelved(podcastId)).filter(isAwaited).length;
    return {
      report: { ...done, seconds: seconds() },
      // One that was stopped is asked for all of it again.
      feed: { ...withoutRest(done.stopped ? moved : remembered), podcastId, guid, title, ...known({ restSeconds }) },
      unchanged: false,
      awaiting,
      ...fresh,
    };
  } finally {
    await parser.close();
  }
}

/** What it said of that before no longer counts. */
function withoutRest({ restSeconds: _, ...feed }: FollowedFeed): FollowedFeed {
  return feed;
}

const isAwaited = ({ transcript }: Shelved): boolean => transcript === 'awaited';

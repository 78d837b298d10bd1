// Brings the episodes of feeds and follows them from then on, one feed after the other.

import { readEnvironment } from '../config.ts';
import { type ByHandParts, type Followed, followFeed } from '../feeds/follow.ts';
import { withRests } from '../feeds/rests.ts';
import { nameOf } from '../feeds/told.ts';
import { createFetcher } from '../fetch/create-fetcher.ts';
import { failureOf } from '../ingest/failure.ts';
import { importFeed } from '../ingest/feed.ts';
import type { ImportReport } from '../ingest/report.ts';
import type { ImportOptions } from '../ingest.ts';
import type { Library } from '../library/library.ts';
import { readFetchAllow } from '../settings.ts';
import { shownAddress } from '../text/address.ts';

export interface BroughtFeed {
  /** Without its secrets. */
  readonly address: string;
  /** Its title, or where it has none so far its address. */
  readonly name: string;
  /** `already`: it was followed before. `no`: it could not be read, and will not be by waiting. */
  readonly followed: 'now' | 'already' | 'no';
  readonly report: ImportReport;
}

export async function importFeeds(
  library: Library,
  addresses: readonly string[],
  { onProgress, signal }: ImportOptions,
): Promise<BroughtFeed[]> {
  const fetcher = withRests(createFetcher({ allow: readFetchAllow(readEnvironment()) }));
  const parts: ByHandParts = {
    library,
    read: (feed, options) => importFeed(library, fetcher, feed, options),
    now: () => new Date(),
    chance: Math.random,
  };
  const brought: BroughtFeed[] = [];
  try {
    for (const address of addresses) {
      const current = shownAddress(address);
      onProgress?.({ done: 0, total: 1, current });
      const onWait = () => process.stderr.write(`Another Verbatim is reading ${current} right now: waiting for it…\n`);
      const followed = await followFeed(parts, address, {
        onWait,
        ...(onProgress && { onProgress }),
        ...(signal && { signal }),
      });
      brought.push(toldOf(followed));
      if (followed.kind === 'stopped') break;
    }
  } finally {
    await fetcher.close();
  }
  return brought;
}

function toldOf(followed: Followed): BroughtFeed {
  const { feed, isKept, isNew } = followed;
  const address = shownAddress(feed.address);
  return {
    address,
    name: nameOf(feed),
    followed: !isKept ? 'no' : isNew ? 'now' : 'already',
    report: reportOf(followed),
  };
}

const nothing: ImportReport = {
  ...{ added: 0, changed: 0, unchanged: 0, removed: 0, awaiting: 0, segments: 0, seconds: 0 },
  ...{ failed: [], notes: [], stopped: false },
};

function reportOf(followed: Followed): ImportReport {
  if (followed.kind === 'answered') return followed.result.report;
  if (followed.kind === 'stopped') return { ...(followed.result?.report ?? nothing), stopped: true };
  if (followed.kind === 'removed') return nothing;
  return { ...nothing, failed: [failureOf(followed.error, shownAddress(followed.feed.address))] };
}

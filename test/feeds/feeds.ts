// Feeds for tests: a library file of their own, and readings that answer what the test says.

import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { ReadFeed } from '../../src/feeds/check.ts';
import type { FeedImport } from '../../src/ingest/feed-port.ts';
import type { ImportReport } from '../../src/ingest/report.ts';
import type { FollowedFeed } from '../../src/library/feed-shelf.ts';
import type { Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { makeFolder } from '../support/folder.ts';

export const address = 'https://shows.example.org/harbour.xml';

export function aFeed(more: Partial<FollowedFeed> = {}): FollowedFeed {
  const moment = new Date('2026-01-01T00:00:00Z');
  return { address, addedAt: moment, dueAt: moment, failures: 0, toldLog: false, toldPerson: false, ...more };
}

export async function aLibrary(...feeds: readonly FollowedFeed[]): Promise<Library> {
  const library = await openLibrary(join(makeFolder(), 'library.db'), { access: 'write' });
  onTestFinished(() => library.close());
  for (const feed of feeds) await library.putFeed(feed);
  return library;
}

export function aReport(more: Partial<ImportReport> = {}): ImportReport {
  const counts = { added: 0, changed: 0, unchanged: 0, removed: 0, awaiting: 0, segments: 0, seconds: 0 };
  return { ...counts, failed: [], notes: [], stopped: false, ...more };
}

/** As a feed that was read: what it is called, where it is now, and what came of it. */
export function answering(more: Partial<FeedImport> = {}, known: Partial<FollowedFeed> = {}): ReadFeed {
  return async (feed) => ({
    report: aReport(),
    feed: { ...feed, title: 'Harbour Lights', podcastId: 'harbour', guid: 'g', ...known },
    unchanged: false,
    awaiting: 0,
    ...more,
  });
}

// The thread that follows feeds: a composition root of its own, with its own connection to the library file.

import { parentPort, workerData } from 'node:worker_threads';
import { createFetcher } from '../fetch/create-fetcher.ts';
import { importFeed } from '../ingest/feed.ts';
import { openLibrary } from '../library/sqlite/open.ts';
import { type CheckParts, noteCutOff } from './check.ts';
import type { FollowingMessage, FollowingTask } from './following.ts';
import { withRests } from './rests.ts';
import { pollFeeds } from './poller.ts';

const aliveEveryMs = 5_000;

const { libraryFile, fetchAllow, cutOff }: FollowingTask = workerData;
const tell = (message: FollowingMessage) => parentPort?.postMessage(message);
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());
const alive = setInterval(() => tell({ kind: 'alive' }), aliveEveryMs);

const library = await openLibrary(libraryFile, { access: 'write' });
const fetcher = withRests(createFetcher({ allow: fetchAllow }));
const parts: CheckParts = {
  library,
  read: (feed, options) => importFeed(library, fetcher, feed, options),
  now: () => new Date(),
  chance: Math.random,
};
try {
  await noteCutOff(parts, cutOff);
  await pollFeeds({
    ...parts,
    library,
    signal: stopping.signal,
    onHealth: (health) => tell({ kind: 'health', health }),
    onLine: (line) => tell({ kind: 'line', line }),
    onUnderWay: (addresses) => tell({ kind: 'under-way', addresses }),
  });
} finally {
  clearInterval(alive);
  await fetcher.close();
  await library.close();
  // Whoever listens keeps the thread alive.
  parentPort?.close();
}

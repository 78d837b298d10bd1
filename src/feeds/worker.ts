// The thread that follows feeds: a composition root of its own, with its own connection to the library file.

import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Fetcher } from '../fetch/fetcher.ts';
import { openLibrary } from '../library/sqlite/open.ts';
import { stepBack } from '../priority.ts';
import { type CheckParts, noteCutOff } from './check.ts';
import type { FollowingMessage, FollowingTask } from './following.ts';
import { pollFeeds } from './poller.ts';
import { withRests } from './rests.ts';
import type { Line } from './told.ts';

const aliveEveryMs = 5_000;
/** How often it is looked for episodes to transcribe where no feed brings any. */
const transcribeEveryMs = 60_000;

stepBack('imports');
const { libraryFile, fetchAllow, transcription, cutOff }: FollowingTask = workerData;
const tell = (message: FollowingMessage) => parentPort?.postMessage(message);
const say = (level: Line['level'], text: string) => tell({ kind: 'line', line: { level, text } });
const stopping = new AbortController();
const { signal } = stopping;
parentPort?.once('message', () => stopping.abort());
const alive = setInterval(() => tell({ kind: 'alive' }), aliveEveryMs);

const library = await openLibrary(libraryFile, { access: 'write' });
/** Opened with the first feed: what reads feeds takes 70 MB, which a bot that follows none can do without. */
let opened: Promise<Fetcher> | undefined;
const web = (): Promise<Fetcher> => {
  opened ??= import('../fetch/create-fetcher.ts').then(({ createFetcher }) =>
    withRests(createFetcher({ allow: fetchAllow })),
  );
  return opened;
};
const parts: CheckParts = {
  library,
  read: async (feed, options) => {
    const { importFeed } = await import('../ingest/feed.ts');
    return importFeed(library, await web(), feed, options);
  },
  now: () => new Date(),
  chance: Math.random,
};

/** Aborted by the next check: it may have brought something to transcribe. */
let checked = new AbortController();

/** Beside the polling, so that an hour of speech keeps no feed waiting. */
async function transcribe(): Promise<void> {
  if (transcription === undefined) return;
  const { transcribeAwaited } = await import('../transcription/transcribe-awaited.ts');
  const fetcher = await web();
  const log = { info: (text: string) => say('info', text), warn: (text: string) => say('warn', text) };
  while (!signal.aborted) {
    checked = new AbortController();
    try {
      const { transcribed } = await transcribeAwaited({ library, fetcher, settings: transcription, log, signal });
      for (const { title } of transcribed) say('info', `transcribed “${title}”`);
    } catch (error) {
      say('error', `transcribing failed: ${error instanceof Error ? error.stack : error}`);
    }
    const sooner = AbortSignal.any([signal, checked.signal]);
    await sleep(transcribeEveryMs, undefined, { signal: sooner }).catch(() => undefined);
  }
}

try {
  await noteCutOff(parts, cutOff);
  const polling = pollFeeds({
    ...parts,
    library,
    signal,
    onHealth: (health) => tell({ kind: 'health', health }),
    onLine: ({ level, text }) => say(level, text),
    onChecked: () => checked.abort(),
    onUnderWay: (addresses) => tell({ kind: 'under-way', addresses }),
  });
  await Promise.all([polling, transcribe()]);
} finally {
  clearInterval(alive);
  await (await opened)?.close();
  await library.close();
  // Whoever listens keeps the thread alive.
  parentPort?.close();
}

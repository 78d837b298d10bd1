// The library in a thread of its own: its driver is synchronous, and a slow disk, another writer or the log being moved into
// the file must hold up nobody but those who wait for it.

import { type AskedThread, inTurn, startThread } from '../threads/ask.ts';
import type { FeedShelf } from './feed-shelf.ts';
import { gather } from './gather.ts';
import type { Library, Shelves, StateStore } from './library.ts';

/** What the thread is given. */
export interface LibraryThread {
  readonly libraryFile: string;
}

/** What a bot asks of the library while it runs; importing and searching have threads and connections of their own. */
export interface BotLibrary extends Shelves, StateStore, Pick<FeedShelf, 'feeds'>, Pick<Library, 'close'> {}

const resourceLimits = { maxYoungGenerationSizeMb: 8 };

/** Makes the file where it is missing. @throws VerbatimError as `openLibrary` does. */
export async function libraryInThread(libraryFile: string): Promise<BotLibrary> {
  const workerData: LibraryThread = { libraryFile };
  let thread: AskedThread | undefined;
  const start = (): AskedThread => {
    const options = { workerData, name: 'library', resourceLimits };
    const started = startThread('src/library/worker.ts', options, () => {
      if (thread === started) thread = undefined;
    });
    thread = started;
    return started;
  };
  const ask =
    <M extends keyof BotLibrary>(method: M) =>
    (...values: Parameters<BotLibrary[M]>) =>
      // The thread answers as the library it opens does: both are typed by the same port.
      (thread ?? start()).ask(method, values) as ReturnType<BotLibrary[M]>;

  // What many answers' buttons mean is few messages and few transactions; their askers go on one by one.
  const put = gather(ask('putState'));
  const library: BotLibrary = {
    stats: ask('stats'),
    podcasts: ask('podcasts'),
    episodes: ask('episodes'),
    episode: ask('episode'),
    speakers: ask('speakers'),
    speaker: ask('speaker'),
    segment: ask('segment'),
    exchange: ask('exchange'),
    randomSegment: ask('randomSegment'),
    putState: async (entries) => {
      await put(entries);
      await inTurn(async () => {});
    },
    getState: ask('getState'),
    claimState: ask('claimState'),
    releaseState: ask('releaseState'),
    pruneState: ask('pruneState'),
    feeds: ask('feeds'),
    close: async () => {
      if (thread === undefined) return;
      await thread.ask('close', []);
      await thread.end();
    },
  };
  await library.stats();
  return library;
}

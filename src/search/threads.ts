// Search in threads of its own: whoever asks goes on meanwhile, and under load every core answers.

import { availableParallelism } from 'node:os';
import { type AskedThread, startThread } from '../threads/ask.ts';
import type { Search } from './search.ts';

/** What a thread is given. */
export interface SearchThread {
  readonly libraryFile: string;
}

export interface ThreadedSearch extends Search {
  /** Ends the threads; what is under way fails. */
  close(): Promise<void>;
}

/** A thread keeps little between questions; without a limit it would let rubbish pile up first. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 128 };

/**
 * A search over a library file. The first thread starts at once, the others when all before them are busy.
 * @param most threads at most.
 */
export function searchInThreads(libraryFile: string, most = Math.max(1, availableParallelism())): ThreadedSearch {
  const threads: AskedThread[] = [];
  const workerData: SearchThread = { libraryFile };
  const start = (): AskedThread => {
    const options = { workerData, name: 'search', resourceLimits };
    const thread = startThread('src/search/worker.ts', options, () => threads.splice(threads.indexOf(thread), 1));
    threads.push(thread);
    return thread;
  };
  const freest = (): AskedThread => {
    const [first] = [...threads].sort((one, other) => one.pending() - other.pending());
    return first === undefined || (first.pending() > 0 && threads.length < most) ? start() : first;
  };
  const ask =
    <M extends keyof Search>(method: M) =>
    (...values: Parameters<Search[M]>) =>
      // A thread answers as the search it runs does: both are typed by the same port.
      freest().ask(method, values) as Promise<Answer<M>>;
  start();
  return {
    quotes: ask('quotes'),
    quote: ask('quote'),
    random: ask('random'),
    suggestQuotes: ask('suggestQuotes'),
    speakers: ask('speakers'),
    episodes: ask('episodes'),
    podcasts: ask('podcasts'),
    tellingWords: ask('tellingWords'),
    close: async () => {
      await Promise.all(threads.map((thread) => thread.end()));
    },
  };
}

type Answer<M extends keyof Search> = Search[M] extends (...values: never) => Promise<infer A> ? A : never;

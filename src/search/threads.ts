// Search in threads of its own: whoever asks goes on meanwhile, and under load every core answers.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { builtFile } from '../package-root.ts';
import type { Search } from './search.ts';

/** What a thread is given. */
export interface SearchThread {
  readonly libraryFile: string;
}

/** A question, and what comes back for it. */
export interface ThreadQuestion {
  readonly id: number;
  readonly method: keyof Search;
  readonly values: readonly unknown[];
}
export type ThreadAnswer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly failure: string };

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
  const threads: Thread[] = [];
  const start = (): Thread => {
    const thread = startThread(libraryFile, () => threads.splice(threads.indexOf(thread), 1));
    threads.push(thread);
    return thread;
  };
  const freest = (): Thread => {
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

interface Thread {
  readonly ask: (method: keyof Search, values: readonly unknown[]) => Promise<unknown>;
  /** Questions that are not answered yet. */
  readonly pending: () => number;
  readonly end: () => Promise<unknown>;
}

function startThread(libraryFile: string, onEnd: () => void): Thread {
  const workerData: SearchThread = { libraryFile };
  const thread = new Worker(builtFile('src/search/worker.ts'), { workerData, name: 'search', resourceLimits });
  const waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  thread.on('message', (message: ThreadAnswer) => {
    const asker = waiting.get(message.id);
    waiting.delete(message.id);
    if (waiting.size === 0) thread.unref();
    if ('answer' in message) asker?.resolve(message.answer);
    else asker?.reject(new Error(message.failure));
  });
  thread.on('error', fail);
  thread.on('exit', () => {
    fail(new Error('The search ended before it answered.'));
    onEnd();
  });
  // An idle thread keeps no process alive.
  thread.unref();
  return {
    ask: (method, values) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const question: ThreadQuestion = { id: asked, method, values };
        waiting.set(asked, { resolve, reject });
        thread.ref();
        thread.postMessage(question);
      }),
    pending: () => waiting.size,
    end: () => thread.terminate(),
  };
}

// The thread of a search: a composition root of its own, with its own connection to the library file.

import { parentPort, workerData } from 'node:worker_threads';
import { openLibrary } from '../library/sqlite/open.ts';
import { stepBack } from '../priority.ts';
import { createSearch } from './create-search.ts';
import type { Search } from './search.ts';
import type { SearchThread, ThreadAnswer, ThreadQuestion } from './threads.ts';

stepBack('answers');
const { libraryFile }: SearchThread = workerData;
const library = await openLibrary(libraryFile, { access: 'read' });
const search = createSearch(library);
const tell = (answer: ThreadAnswer) => parentPort?.postMessage(answer);

parentPort?.on('message', async ({ id, method, values }: ThreadQuestion) => {
  try {
    tell({ id, answer: await call(search[method], values) });
  } catch (error) {
    tell({ id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

/** The values came from the same port, through `searchInThreads`. */
function call(method: Search[keyof Search], values: readonly unknown[]): Promise<unknown> {
  return Reflect.apply(method, search, values);
}

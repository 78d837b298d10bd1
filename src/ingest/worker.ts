// The thread of an import in the background: a composition root of its own, with its own connection to the library file.

import { parentPort, workerData } from 'node:worker_threads';
import { VerbatimError } from '../errors.ts';
import { importPaths } from '../ingest.ts';
import { openLibrary } from '../library/sqlite/open.ts';
import { stepBack } from '../priority.ts';
import type { BackgroundImport, BackgroundMessage } from './background.ts';

stepBack('imports');
const { libraryFile, request }: BackgroundImport = workerData;
const tell = (message: BackgroundMessage) => parentPort?.postMessage(message);
const stopping = new AbortController();
parentPort?.once('message', () => stopping.abort());

try {
  const library = await openLibrary(libraryFile, { access: 'write' });
  try {
    const report = await importPaths(library, request, {
      signal: stopping.signal,
      onProgress: (progress) => tell({ kind: 'progress', progress }),
    });
    tell({ kind: 'report', report });
  } finally {
    await library.close();
  }
} catch (error) {
  if (!(error instanceof VerbatimError)) throw error;
  tell({ kind: 'error', code: error.code, message: error.message });
} finally {
  // Whoever listens keeps the thread alive.
  parentPort?.close();
}

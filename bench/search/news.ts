// A thread that imports what it is told, one file after the other, as the thread does that follows feeds.

import { parentPort, workerData } from 'node:worker_threads';
import { importPaths } from '../../src/ingest.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { stepBack } from '../../src/priority.ts';

stepBack('imports');
const { libraryFile }: { readonly libraryFile: string } = workerData;
const library = await openLibrary(libraryFile, { access: 'write' });
parentPort?.on('message', async (file: string) => {
  const desk: typeof library = {
    ...library,
    shelve: async (...records) => {
      await library.shelve(...records);
      parentPort?.postMessage('shelved');
    },
  };
  const { failed } = await importPaths(desk, { paths: [file] });
  parentPort?.postMessage(failed[0]?.reason ?? 'done');
});

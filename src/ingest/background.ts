// Imports in a thread of its own, so that whoever asked for it (the bot) goes on answering meanwhile.

import { Worker } from 'node:worker_threads';
import { type ErrorCode, VerbatimError } from '../errors.ts';
import type { ImportOptions } from '../ingest.ts';
import { builtFile } from '../package-root.ts';
import { known } from '../text/known.ts';
import type { ImportProgress, ImportReport, ImportRequest } from './report.ts';

/** What the thread is given. */
export interface BackgroundImport {
  readonly libraryFile: string;
  readonly request: ImportRequest;
}

/** What the thread tells. */
export type BackgroundMessage =
  | { readonly kind: 'progress'; readonly progress: ImportProgress }
  | { readonly kind: 'report'; readonly report: ImportReport }
  | { readonly kind: 'error'; readonly code: ErrorCode; readonly message: string };

/** As `importPaths`, into a library file. @throws VerbatimError where the library cannot be opened. */
export function importInBackground(
  libraryFile: string,
  request: ImportRequest,
  { onProgress, signal }: ImportOptions = {},
): Promise<ImportReport> {
  const workerData: BackgroundImport = { libraryFile, request };
  const thread = new Worker(builtFile('src/ingest/worker.ts'), {
    workerData,
    name: 'import',
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  const stop = () => thread.postMessage('stop');
  signal?.addEventListener('abort', stop);
  return new Promise<ImportReport>((resolve, reject) => {
    thread.on('message', (message: BackgroundMessage) => {
      if (message.kind === 'progress') onProgress?.(message.progress);
      else if (message.kind === 'report') resolve(message.report);
      else reject(new VerbatimError(message.code, message.message, known({ file: libraryFile })));
    });
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('The import ended without a report.')));
    if (signal?.aborted) stop();
  }).finally(() => signal?.removeEventListener('abort', stop));
}

// Imports a folder into a library file as `verbatim import` does: node fill.js LIBRARY FOLDER; prints what it took as JSON.

import { statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { importInBackground } from '../../src/ingest/background.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';

export interface Filled {
  readonly file: string;
  readonly added: number;
  /** That were added. */
  readonly segments: number;
  readonly seconds: number;
  /** Of all cores together. */
  readonly cpuSeconds: number;
  readonly peakMegabytes: number;
  readonly megabytes: number;
}

const [file = '', folder = ''] = process.argv.slice(2);
const { added, segments, seconds, failed } = await importInBackground(file, { paths: [folder] });
// The thread tells before it has closed the file, and whoever closes it last moves the log into it.
await setTimeout(500);
await (await openLibrary(file, { access: 'write' })).close();
for (const { reason } of failed) process.stderr.write(`${reason}\n`);
const { user, system } = process.cpuUsage();
const filled: Filled = {
  file,
  added,
  segments,
  seconds,
  cpuSeconds: (user + system) / 1e6,
  // Node counts in kilobytes: https://nodejs.org/api/process.html#processresourceusage
  peakMegabytes: (process.resourceUsage().maxRSS * 1024) / 1e6,
  // What is not yet moved from the log into the file counts as well.
  megabytes:
    [file, `${file}-wal`].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0) / 1e6,
};
console.log(JSON.stringify(filled));

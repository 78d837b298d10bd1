// How long and how much memory does it take to read a large transcript of each format? Prints a table.
//
//   node dist/bench/parse.js [MEGABYTES]

import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../src/package-root.ts';
import type { Figures } from './parse/measure.ts';
import { talk } from './parse/talk.ts';
import { writers } from './parse/writers.ts';

const run = promisify(execFile);
const megabytes = Number(process.argv[2] ?? 10);
const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
const file = join(folder, 'transcript');
const sample = talk(100_000);

try {
  console.log(`| ${megabytes} MB of | CPU time | memory | of the file | segments |\n|---|---|---|---|---|`);
  for (const [name, write] of Object.entries(writers)) {
    const bytesACharacter = Buffer.byteLength(write(sample)) / 100_000;
    // No front matter is longer than a megabyte.
    const bytes = name === 'front-matter' ? 0.9e6 : megabytes * 1e6;
    writeFileSync(file, write(talk(bytes / bytesACharacter)));
    const { stdout } = await run(process.execPath, [join(packageRoot, 'dist/bench/parse/measure.js'), file]);
    const figures: Figures = JSON.parse(stdout);
    if (!name.startsWith(figures.format)) throw new Error(`${name} was read as ${figures.format}.`);
    const { cpuSeconds, peakMegabytes, segments } = figures;
    const times = (peakMegabytes / figures.megabytes).toFixed(1);
    console.log(`| ${name} | ${cpuSeconds.toFixed(2)} s | ${peakMegabytes.toFixed(0)} MB | ${times} × | ${segments} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

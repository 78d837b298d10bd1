// Measures in a process of its own, so that nobody's memory and warmed-up code are counted as another's.

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../src/package-root.ts';

const run = promisify(execFile);

/** Runs a script of this folder (`search/fill`); answers what it prints as JSON, in the shape that it says it has. */
export async function child<T>(script: string, ...values: readonly string[]): Promise<T> {
  const { stdout } = await run(process.execPath, [join(packageRoot, 'dist/bench', `${script}.js`), ...values], {
    maxBuffer: 1e8,
  });
  return JSON.parse(stdout);
}

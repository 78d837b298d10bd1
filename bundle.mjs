// Puts what the command line loads into few files, as Node opens a hundred small ones slower than it answers a question.
// Its own code only: packages stay where npm put them, and threads start from what the compiler wrote.

import { rmSync } from 'node:fs';
import { build } from 'esbuild';

const outdir = 'dist/bundle';
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: ['dist/src/cli/verbatim.js'],
  outdir,
  bundle: true,
  // What is loaded when it is needed goes on being loaded when it is needed.
  splitting: true,
  packages: 'external',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  logLevel: 'warning',
});

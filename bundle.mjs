// Puts what the command line loads into few files, as Node opens a hundred small ones slower than it answers a question.
// Its own code only: packages stay where npm put them, and threads start from what the compiler wrote.

import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const outdir = 'dist/bundle';
const day = 24 * 60 * 60 * 1000;

const { metafile } = await build({
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
  metafile: true,
});

// A bot that is running loads what it needs later from the build that it began with: that stays for a while.
const built = new Set(Object.keys(metafile.outputs).map((file) => basename(file)));
for (const file of readdirSync(outdir).filter((name) => !built.has(name))) {
  const path = join(outdir, file);
  const written = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (written < Date.now() - day) rmSync(path, { force: true });
}

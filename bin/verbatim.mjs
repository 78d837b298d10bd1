#!/usr/bin/env node
// The `verbatim` command: runs the built program. In a fresh checkout it builds it first.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const program = new URL('../dist/bundle/verbatim.js', import.meta.url);
if (!existsSync(program)) {
  process.stderr.write('Building Verbatim for the first time…\n');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  execFileSync(npm, ['run', '-s', 'build'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
}
// Newer versions of Node keep what they have compiled, and start sooner the next time.
module.enableCompileCache?.();
await import(program);

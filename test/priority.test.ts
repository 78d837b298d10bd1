// Threads step back behind the process that they are of, wherever that stands itself.
import { execFileSync } from 'node:child_process';
import { platform } from 'node:os';
import { expect, test } from 'vitest';
import { packageRoot } from '../src/package-root.ts';

/** What a process that was started at this niceness has, and a thread in it that has stepped back. */
function prioritiesAt(nice: number, work: string): readonly number[] {
  const thread = `
    import('${packageRoot}/dist/src/priority.js').then(({ stepBack }) => {
      stepBack('${work}');
      require('node:worker_threads').parentPort.postMessage(require('node:os').getPriority());
    });`;
  const script = `
    const { Worker } = require('node:worker_threads');
    new Worker(${JSON.stringify(thread)}, { eval: true }).on('message', (one) =>
      console.log(JSON.stringify([require('node:os').getPriority(), one])));`;
  return JSON.parse(execFileSync('nice', ['-n', String(nice), process.execPath, '-e', script], { encoding: 'utf8' }));
}

test.skipIf(platform() !== 'linux').each([
  [0, 'answers', 5],
  [0, 'imports', 10],
  [7, 'answers', 5],
  [15, 'imports', 10],
])('where the process has %i, %s have %i more', (nice, work, more) => {
  const [own = 0, thread] = prioritiesAt(nice, work);
  expect(thread).toBe(Math.min(19, own + more));
});

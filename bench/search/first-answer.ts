// How long does somebody wait who types one question in a terminal: the whole process, beside one that does nothing?

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/package-root.ts';

const run = promisify(execFile);
const times = 15;

export interface FirstAnswer {
  readonly ms: number;
  readonly nodeAloneMs: number;
}

/** The median of each, in turns. */
export async function firstAnswer(libraryFile: string): Promise<FirstAnswer> {
  const program = join(packageRoot, 'bin/verbatim.mjs');
  const answers: number[] = [];
  const alone: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    answers.push(await timed([program, 'quote', 'tiktok', '--library', libraryFile]));
    alone.push(await timed(['--eval', '0']));
  }
  return { ms: median(answers), nodeAloneMs: median(alone) };
}

async function timed(values: readonly string[]): Promise<number> {
  const from = performance.now();
  await run(process.execPath, values);
  return performance.now() - from;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
}

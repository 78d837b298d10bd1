// Does the bot stay quick for everybody while many ask at once and an import runs beside?

import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { importInBackground } from '../../src/ingest/background.ts';
import { packageRoot } from '../../src/package-root.ts';
import type { Load, Told } from './bot.ts';
import type { Lateness } from './lateness.ts';

const askers = 200;
const rounds = 3;

export interface Served extends Load {
  /** A process that does nothing beside the bot, in the same seconds. */
  readonly idle: Lateness;
  readonly answers: number;
  readonly answersPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/**
 * So many people ask over the console, all at once, several times.
 * @param beside a folder that is imported meanwhile.
 */
export async function serve(libraryFile: string, words: readonly string[], beside?: string): Promise<Served> {
  const idle = fork(join(packageRoot, 'dist/bench/serving/idle.js'));
  await heard<string>(idle);
  const bot = fork(join(packageRoot, 'dist/bench/serving/bot.js'), [libraryFile]);
  const url = await heard<string>(bot);
  let asked = 0;
  const ask = async (): Promise<number> => {
    const text = words[asked++ % words.length] ?? '';
    const from = performance.now();
    const response = await fetch(`${url}/api/run`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: url,
        'sec-fetch-site': 'same-origin',
        // Nobody asks more often than the cooldown lets them.
        cookie: `verbatim_person=${randomUUID()}`,
      },
      body: JSON.stringify({ command: 'quote', text, options: {}, locale: 'en', name: 'somebody' }),
    });
    if (!response.ok) throw new Error(`The bot answered ${response.status}: ${await response.text()}`);
    await response.arrayBuffer();
    return performance.now() - from;
  };
  const round = (many: number) => Promise.all(Array.from({ length: many }, ask));
  // A bot that has just started compiles as it goes: a few askers first, as in life.
  for (const few of [1, 10, 50]) await round(few);

  await tell<string>(idle, 'begin');
  await tell<string>(bot, 'begin');
  const stopped = new AbortController();
  const importing =
    beside === undefined ? undefined : importInBackground(libraryFile, { paths: [beside] }, { signal: stopped.signal });
  const from = performance.now();
  const taken: number[] = [];
  for (let done = 0; done < rounds; done++) taken.push(...(await round(askers)));
  const seconds = (performance.now() - from) / 1000;
  const counted = await tell<Load>(bot, 'end');
  const idleLateness = await tell<Lateness>(idle, 'end');
  stopped.abort();
  await importing;
  for (const started of [bot, idle]) {
    started.disconnect();
    await once(started, 'exit');
  }
  taken.sort((one, other) => one - other);
  return {
    ...counted,
    idle: idleLateness,
    answers: taken.length,
    answersPerSecond: taken.length / seconds,
    p50: taken[taken.length >> 1] ?? 0,
    p99: taken[Math.floor(taken.length * 0.99)] ?? 0,
  };
}

function tell<T>(bot: ChildProcess, told: Told): Promise<T> {
  const answer = heard<T>(bot);
  bot.send(told);
  return answer;
}

/** The next thing that the bot says: both sides are in this folder. */
async function heard<T>(bot: ChildProcess): Promise<T> {
  const [message] = await once(bot, 'message');
  return message;
}

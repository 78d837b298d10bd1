// Search as the bot asks it, in its threads: node threads.js LIBRARY QUESTIONS; prints its figures as JSON.

import { availableParallelism } from 'node:os';
import { searchInThreads } from '../../src/search/threads.ts';
import { pastes } from './pastes.ts';
import { readQuestions } from './questions.ts';

export interface Threaded {
  /** Suggestions, one for each letter typed. */
  readonly typing: { readonly asked: number; readonly p50: number; readonly p95: number };
  /** The slowest of the pastes, answered or completed, each the quickest of three: what else the machine did is not its. */
  readonly pasted: { readonly kinds: number; readonly slowest: string; readonly ms: number };
  /** By one thread, and by as many as there are cores. */
  readonly perSecond: { readonly one: number; readonly all: number };
  /** Of the whole process with all its threads. */
  readonly residentMegabytes: number;
}

/** They ask at once, each the next question when it has heard its answer. */
const askers = 8;
/** A thread compiles as it goes, for its first six thousand answers: a bot's has long done so. */
const rounds = { beforeEachThread: 16, measured: 8 };

const [libraryFile = '', questionFile = ''] = process.argv.slice(2);
const words = readQuestions(questionFile).map(({ query }) => query);
const oneThread = await answersASecond(1);
const allThreads = await answersASecond(availableParallelism());
const search = searchInThreads(libraryFile);

const taken: number[] = [];
for (const query of words.filter((_, at) => at % 10 === 0)) {
  for (let length = 2; length <= query.length; length++) {
    taken.push(await timed(() => search.suggestQuotes(query.slice(0, length), {}, 10)));
  }
}
taken.sort((one, other) => one - other);

let slowest: readonly [what: string, ms: number] = ['', 0];
for (const [what, typed] of pastes) {
  for (const ask of [
    () => search.quotes({ words: typed, offset: 0, limit: 10 }),
    () => search.suggestQuotes(typed, {}, 10),
    () => search.episodes(typed, 10),
  ]) {
    const ms = Math.min(await timed(ask), await timed(ask), await timed(ask));
    if (ms > slowest[1]) slowest = [what, ms];
  }
}

const at = (share: number) => taken[Math.floor(taken.length * share)] ?? 0;
const figures: Threaded = {
  typing: { asked: taken.length, p50: at(0.5), p95: at(0.95) },
  pasted: { kinds: pastes.length, slowest: slowest[0], ms: slowest[1] },
  perSecond: { one: oneThread, all: allThreads },
  residentMegabytes: process.memoryUsage().rss / 1e6,
};
console.log(JSON.stringify(figures));
await search.close();

async function answersASecond(threads: number): Promise<number> {
  const threaded = searchInThreads(libraryFile, threads);
  const ask = async (times: number): Promise<void> => {
    const rest = Array.from({ length: times }, () => words)
      .flat()
      .values();
    const asker = async (): Promise<void> => {
      for (const query of rest) await threaded.quotes({ words: query, offset: 0, limit: 3 });
    };
    await Promise.all(Array.from({ length: askers }, asker));
  };
  await ask(rounds.beforeEachThread * threads);
  const from = performance.now();
  await ask(rounds.measured);
  const perSecond = (words.length * rounds.measured) / ((performance.now() - from) / 1000);
  await threaded.close();
  return perSecond;
}

async function timed(ask: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await ask();
  return performance.now() - from;
}

// How soon is a new episode found in a big library, and do questions wait meanwhile?
//
//   node fresh.js LIBRARY QUESTIONS SMALLER; the new episodes say what segments of a SMALLER library say; prints JSON

import { on } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { packageRoot } from '../../src/package-root.ts';
import { searchInThreads } from '../../src/search/threads.ts';
import { readQuestions } from './questions.ts';
import { readSegments } from './segments.ts';

export interface Fresh {
  readonly episodes: number;
  /** From the transcript's arrival until a word of the episode is found: half of the episodes within, and all. */
  readonly foundAfterMs: number;
  readonly foundAfterAtMostMs: number;
  /** Questions with nothing beside them, and while episodes come in. */
  readonly alone: Percentiles;
  readonly meanwhile: Percentiles;
}

export interface Percentiles {
  readonly asked: number;
  readonly p50: number;
  readonly p95: number;
}

const episodes = 24;
/** Between two questions, so that there is a core for the import, as there is with people. */
const pauseMs = 20;
/** As many as an episode of the sample archive has. */
const turns = 230;

const [libraryFile = '', questionFile = '', smallerFile = ''] = process.argv.slice(2);
const words = readQuestions(questionFile).map(({ query }) => query);
const search = searchInThreads(libraryFile);
const find = async (query: string) => (await search.quotes({ words: query, offset: 0, limit: 3 })).hits;

const importer = new Worker(join(packageRoot, 'dist/bench/search/news.js'), { workerData: { libraryFile } });
const messages = on(importer, 'message');

const alone = await askUntil(async () => {}, words.length);
const found: number[] = [];
const meanwhile: number[] = [];
const segments = readSegments(smallerFile);
const folder = join(dirname(libraryFile), 'news');
mkdirSync(folder, { recursive: true });
// The first one starts the importer.
for (let episode = 0; episode <= episodes; episode++) {
  const newWord = `neverheard${String.fromCharCode(97 + episode)}`;
  const said = Array.from({ length: turns }, (_, at) => segments[(episode * turns + at) % segments.length]?.text ?? '');
  const file = join(folder, `news-${episode}.md`);
  writeFileSync(file, [...said, `This is ${newWord}.`].map((text) => `**Somebody New:** ${text}\n`).join('\n'));
  const asked = await askUntil(() => bringIn(file, newWord));
  if (episode > 0) meanwhile.push(...asked);
}
await search.close();
await importer.terminate();
found.shift();
const figures: Fresh = {
  episodes,
  foundAfterMs: percentile(found, 0.5),
  foundAfterAtMostMs: Math.max(...found),
  alone: percentiles(alone),
  meanwhile: percentiles(meanwhile),
};
console.log(JSON.stringify(figures));

async function bringIn(file: string, newWord: string): Promise<void> {
  const from = performance.now();
  importer.postMessage(file);
  await told('shelved');
  const hits = await find(newWord);
  if (!hits.some(({ segment }) => segment.text.includes(newWord))) throw new Error(`Nobody finds ${newWord}.`);
  found.push(performance.now() - from);
  await told('done');
}

async function told(expected: string): Promise<void> {
  const { value } = await messages.next();
  if (value?.[0] !== expected) throw new Error(`The new episode was not imported: ${value?.[0]}`);
}

/** Asks one question after the other with a pause between, at least so many, until something is done. */
async function askUntil(act: () => Promise<void>, least = 1): Promise<number[]> {
  const taken: number[] = [];
  let isDone = false;
  const acting = act().finally(() => {
    isDone = true;
  });
  for (let asked = 0; asked < least || !isDone; asked++) {
    const from = performance.now();
    await find(words[(asked * 7) % words.length] ?? '');
    taken.push(performance.now() - from);
    await setTimeout(pauseMs);
  }
  await acting;
  return taken;
}

function percentiles(taken: readonly number[]): Percentiles {
  return { asked: taken.length, p50: percentile(taken, 0.5), p95: percentile(taken, 0.95) };
}

function percentile(taken: readonly number[], share: number): number {
  const sorted = [...taken].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

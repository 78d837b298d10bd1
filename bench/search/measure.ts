// One contender in a process of its own: node measure.js CONTENDER LIBRARY QUESTIONS; prints its figures as JSON.

import { contenders } from './contenders.ts';
import { isMeant, type Question, readQuestions } from './questions.ts';
import { readSegments } from './segments.ts';

export interface Figures {
  readonly title: string;
  readonly asked: number;
  /** Reading or making the index. */
  readonly prepareMs: number;
  readonly residentMegabytes: number;
  /** First places by kind of question, as a share. */
  readonly first: Readonly<Record<string, number>>;
  readonly firstThree: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

const [name = '', libraryFile = '', questionFile = ''] = process.argv.slice(2);
const contender = contenders[name];
if (contender === undefined) throw new Error(`There is no contender ${name}.`);

const started = performance.now();
const ask = await contender.prepare(() => readSegments(libraryFile), libraryFile);
const prepareMs = performance.now() - started;
const questions = some(readQuestions(questionFile), contender.questions);
await ask('the first one warms up');

const ranks = new Map<string, number[]>();
const times: number[] = [];
for (const question of questions) {
  const from = performance.now();
  const found = await ask(question.query);
  times.push(performance.now() - from);
  const rank = found.findIndex((segment) => isMeant({ ...segment, id: 0, speaker: null }, question));
  ranks.set(question.kind, [...(ranks.get(question.kind) ?? []), rank]);
}
times.sort((one, other) => one - other);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
const figures: Figures = {
  title: contender.title,
  asked: questions.length,
  prepareMs,
  residentMegabytes: process.memoryUsage().rss / 1e6,
  first: Object.fromEntries([...ranks].map(([kind, of]) => [kind, share(of, 1)])),
  firstThree: share([...ranks.values()].flat(), 3),
  p50: at(0.5),
  p95: at(0.95),
  max: at(1),
};
console.log(JSON.stringify(figures));
process.exit(0);

function share(of: readonly number[], within: number): number {
  return of.filter((rank) => rank >= 0 && rank < within).length / of.length;
}

/** The same number of each kind. */
function some(all: readonly Question[], each: number): Question[] {
  const taken = new Map<string, number>();
  return all.filter(({ kind }) => {
    const count = (taken.get(kind) ?? 0) + 1;
    taken.set(kind, count);
    return count <= each;
  });
}

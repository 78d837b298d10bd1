// One contender in a process of its own: node measure.js CONTENDER LIBRARY QUESTIONS; prints its figures as JSON.

import { contenders } from './contenders.ts';
import { isMeant, type Question, readQuestions } from './questions.ts';
import { readSegments } from './segments.ts';
import type { Step } from './steps.ts';

export interface Figures {
  readonly title: string;
  readonly asked: number;
  /** Making the index; absent where it is made beforehand, and kept. */
  readonly index?: { readonly seconds: number; readonly cpuSeconds: number; readonly megabytes?: number };
  readonly residentMegabytes: number;
  /** First places by kind of question, as a share. */
  readonly first: Readonly<Record<string, number>>;
  readonly firstThree: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
  /** On one core. */
  readonly perSecond: number;
  /** From the start of the process, its index made. */
  readonly firstAnswerMs: number;
  /** What part of the time each step takes: of all questions, and of the slowest twentieth. */
  readonly steps?: Readonly<Record<'all' | 'slowest', Readonly<Record<Step, number>>>>;
}

const [name = '', libraryFile = '', questionFile = ''] = process.argv.slice(2);
const contender = contenders[name];
if (contender === undefined) throw new Error(`There is no contender ${name}.`);
const questions = some(readQuestions(questionFile), contender.questions);

const segments = contender.reads ? readSegments(libraryFile) : [];
const started = performance.now();
const cpu = process.cpuUsage();
const ready = await contender.prepare(segments, libraryFile);
const { user, system } = process.cpuUsage(cpu);
const index = { seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 };
await ready.ask(questions[0]?.query ?? '');
// Counted from the start of the process: https://nodejs.org/api/perf_hooks.html#performancetimeorigin
const firstAnswerMs = performance.now();

// What has just started compiles as it goes: a few questions first, as in life.
for (const { query } of questions.filter((_, at) => at % 20 === 0)) await ready.ask(query);
ready.spent?.();
const ranks = new Map<string, number[]>();
const taken: { readonly ms: number; readonly spent: Readonly<Record<Step, number>> | undefined }[] = [];
for (const question of questions) {
  const from = performance.now();
  const found = await ready.ask(question.query);
  taken.push({ ms: performance.now() - from, spent: ready.spent?.() });
  const rank = found.findIndex((segment) => isMeant({ ...segment, id: 0, speaker: null }, question));
  ranks.set(question.kind, [...(ranks.get(question.kind) ?? []), rank]);
}
// Before its index is written out, which takes memory of its own.
const residentMegabytes = process.memoryUsage().rss / 1e6;
taken.sort((one, other) => one.ms - other.ms);
const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * share))]?.ms ?? 0;
const megabytes = contender.reads ? megabytesOf(ready.kept) : undefined;
const figures: Figures = {
  title: contender.title,
  asked: questions.length,
  ...(contender.reads ? { index: { ...index, ...(megabytes === undefined ? {} : { megabytes }) } } : {}),
  residentMegabytes,
  first: Object.fromEntries([...ranks].map(([kind, of]) => [kind, share(of, 1)])),
  firstThree: share([...ranks.values()].flat(), 3),
  p50: at(0.5),
  p95: at(0.95),
  max: at(1),
  perSecond: taken.length / (taken.reduce((sum, { ms }) => sum + ms, 0) / 1000),
  firstAnswerMs,
  ...(ready.spent === undefined
    ? {}
    : { steps: { all: shares(taken), slowest: shares(taken.slice(-Math.ceil(taken.length / 20))) } }),
};
console.log(JSON.stringify(figures));
process.exit(0);

function share(of: readonly number[], within: number): number {
  return of.filter((rank) => rank >= 0 && rank < within).length / of.length;
}

function shares(of: typeof taken): Record<Step, number> {
  const all = of.reduce((sum, { ms }) => sum + ms, 0);
  const part = (step: Step) => of.reduce((sum, { spent }) => sum + (spent?.[step] ?? 0), 0) / all;
  return {
    words: part('words'),
    'near words': part('near words'),
    candidates: part('candidates'),
    'quotes’ segments': part('quotes’ segments'),
  };
}

/** What would have to be kept so that the index need not be made again, as JSON; some are too big for that. */
function megabytesOf(kept: (() => unknown) | undefined): number | undefined {
  try {
    return kept && Buffer.byteLength(JSON.stringify(kept())) / 1e6;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The same number of each kind. */
function some(all: readonly Question[], each: number): Question[] {
  const counts = new Map<string, number>();
  return all.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= each;
  });
}

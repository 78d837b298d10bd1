// How well and how fast is search, beside others, on the same questions and the same archive? Writes docs/benchmarks-search.md.
//
//   node dist/bench/search.js [ARCHIVE [QUESTIONS [TIMES…]]]
//
// ARCHIVE: a folder of podcast folders; the sample podcasts if left out. QUESTIONS: one JSON object a line, as
// bench/search/questions.ts has them; made from the archive if left out. TIMES: how much bigger archives to make as well.

import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { importInBackground } from '../src/ingest/background.ts';
import { packageRoot } from '../src/package-root.ts';
import { searchInThreads } from '../src/search/threads.ts';
import { contenders } from './search/contenders.ts';
import { readPattern } from './search/manifold.ts';
import type { Figures } from './search/measure.ts';
import { plotBars } from './search/plot.ts';
import { kinds, makeQuestions, readQuestions } from './search/questions.ts';
import { readSegments } from './search/segments.ts';

const run = promisify(execFile);
const [archive = join(packageRoot, 'data'), given = '', ...times] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
const say = (text: string) => process.stderr.write(`${text}\n`);

try {
  const library = await fill('once', archive);
  const questionFile = join(folder, 'questions.jsonl');
  const made = existsSync(given) ? readQuestions(given) : makeQuestions(readSegments(library.file), 60);
  writeFileSync(questionFile, made.map((question) => JSON.stringify(question)).join('\n'));

  const figures: Figures[] = [];
  for (const name of Object.keys(contenders)) {
    say(`asking ${name} …`);
    figures.push(await measure(name, library.file, questionFile));
  }
  const words = made.map(({ query }) => query);
  const start = await firstAnswer(library.file);
  const typing = await whileTyping(library.file, words);
  const perSecond = await underLoad(library.file, words);

  const curve: { readonly times: number; readonly segments: number; readonly megabytes: number; figures: Figures }[] =
    [];
  for (const count of times.map(Number)) {
    const bigger = join(folder, `archive-${count}`);
    say(`making an archive ${count} times as big …`);
    const { write } = readPattern(archive);
    for (let copy = 1; copy < count; copy++) write(copy, bigger);
    const filled = await fill(`times-${count}`, bigger);
    rmSync(bigger, { recursive: true });
    curve.push({ times: count, ...filled, figures: await measure('verbatim', filled.file, questionFile) });
  }

  const [ours] = figures;
  if (ours === undefined) throw new Error('Nobody was measured.');
  writeFileSync(
    join(packageRoot, 'docs/benchmarks-search.svg'),
    plotBars(
      'One question in 20 takes longer than (ms, powers of ten)',
      figures.map((each) => ({ label: each.title, value: each.p95 })),
      'ms',
    ),
  );
  const lines = [
    '# Search, measured',
    '',
    `${library.segments.toLocaleString('en')} segments, ${made.length} questions, Node ${process.version}, ${cpus().length} cores. Made by \`npm run bench\`.`,
    '',
    '![One question in 20 takes longer than](benchmarks-search.svg)',
    '',
    `| | ${figures.map(({ title }) => title).join(' | ')} |`,
    `|---|${'---|'.repeat(figures.length)}`,
    row('questions asked', figures, ({ asked }) => String(asked)),
    ...kinds.map((kind) => row(`${kind}: first`, figures, ({ first }) => (first[kind] ?? 0).toFixed(2))),
    row('all: among the first three', figures, ({ firstThree }) => firstThree.toFixed(3)),
    row('p50', figures, ({ p50 }) => ms(p50)),
    row('p95', figures, ({ p95 }) => ms(p95)),
    row('max', figures, ({ max }) => ms(max)),
    row('index ready after', figures, ({ prepareMs }) => ms(prepareMs)),
    row('resident memory', figures, ({ residentMegabytes }) => `${residentMegabytes.toFixed(0)} MB`),
    '',
    '| Verbatim besides | |',
    '|---|---|',
    `| importing the archive: parsing, segments, index | ${library.seconds.toFixed(1)} s |`,
    `| the library on disk | ${library.megabytes.toFixed(0)} MB |`,
    `| from process start to the first answer (\`verbatim quote\`) | ${ms(start)} |`,
    `| suggestions while typing | p50 ${ms(typing.p50)}, p95 ${ms(typing.p95)} |`,
    `| answers a second, all cores | ${perSecond.toFixed(0)} |`,
    '',
    ...(curve.length === 0
      ? []
      : [
          '| archive | segments | on disk | p50 | p95 | max | resident memory | all: first |',
          '|---|---|---|---|---|---|---|---|',
          ...[{ times: 1, ...library, figures: ours }, ...curve].map(
            (each) =>
              `| ${each.times}× | ${each.segments.toLocaleString('en')} | ${each.megabytes.toFixed(0)} MB | ${ms(each.figures.p50)} | ${ms(each.figures.p95)} | ${ms(each.figures.max)} | ${each.figures.residentMegabytes.toFixed(0)} MB | ${mean(Object.values(each.figures.first)).toFixed(3)} |`,
          ),
          '',
        ]),
  ];
  writeFileSync(join(packageRoot, 'docs/benchmarks-search.md'), lines.join('\n'));
  console.log(lines.join('\n'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function fill(name: string, from: string) {
  say(`importing ${from} …`);
  const file = join(folder, `${name}.db`);
  const { segments, seconds } = await importInBackground(file, { paths: [from] });
  return { file, segments, seconds, megabytes: statSync(file).size / 1e6 };
}

async function measure(name: string, libraryFile: string, questionFile: string): Promise<Figures> {
  const script = join(packageRoot, 'dist/bench/search/measure.js');
  const { stdout } = await run(process.execPath, [script, name, libraryFile, questionFile], { maxBuffer: 1e8 });
  return JSON.parse(stdout);
}

/** The quickest of seven: what else the machine does is not the program's. */
async function firstAnswer(libraryFile: string): Promise<number> {
  const taken: number[] = [];
  for (let turn = 0; turn < 7; turn++) {
    const from = performance.now();
    await run(process.execPath, [join(packageRoot, 'bin/verbatim.mjs'), 'quote', 'tiktok', '--library', libraryFile]);
    taken.push(performance.now() - from);
  }
  return Math.min(...taken);
}

/** Each keystroke of some questions. */
async function whileTyping(libraryFile: string, words: readonly string[]) {
  const search = searchInThreads(libraryFile, 1);
  const taken: number[] = [];
  for (const query of words.filter((_, at) => at % 20 === 0)) {
    for (let length = 2; length <= query.length; length++) {
      const from = performance.now();
      await search.suggestQuotes(query.slice(0, length), {}, 10);
      taken.push(performance.now() - from);
    }
  }
  await search.close();
  taken.sort((one, other) => one - other);
  return { p50: taken[taken.length >> 1] ?? 0, p95: taken[Math.floor(taken.length * 0.95)] ?? 0 };
}

async function underLoad(libraryFile: string, words: readonly string[]): Promise<number> {
  const search = searchInThreads(libraryFile);
  const ask = (query: string) => search.quotes({ words: query, offset: 0, limit: 3 });
  await Promise.all(words.slice(0, 20).map(ask));
  const from = performance.now();
  let next = 0;
  const asker = async (): Promise<void> => {
    for (let query = words[next++]; query !== undefined; query = words[next++]) await ask(query);
  };
  await Promise.all(Array.from({ length: 8 }, asker));
  const perSecond = words.length / ((performance.now() - from) / 1000);
  await search.close();
  return perSecond;
}

function row(name: string, figures: readonly Figures[], value: (figures: Figures) => string): string {
  return `| ${name} | ${figures.map(value).join(' | ')} |`;
}

function ms(value: number): string {
  return value < 100 ? `${value.toFixed(1)} ms` : `${Math.round(value).toLocaleString('en')} ms`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

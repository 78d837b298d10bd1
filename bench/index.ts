// Measures everything in one run and writes docs/benchmarks.md with its plots.
//
//   npm run bench [-- ARCHIVE [QUESTIONS [TIMES…]]]
//
// ARCHIVE: a folder of podcast folders; the sample podcasts if left out. QUESTIONS: one JSON object a line, as
// bench/search/questions.ts has them; made from the archive if left out. TIMES: how much bigger archives to make as well,
// ascending (3 and 10).

import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../src/package-root.ts';
import { child } from './child.ts';
import { type Grown, renderDocument } from './document.ts';
import type { PlatformFigures } from './platforms.ts';
import { contenders } from './search/contenders.ts';
import type { Filled } from './search/fill.ts';
import { firstAnswer } from './search/first-answer.ts';
import type { Fresh } from './search/fresh.ts';
import { readPattern } from './search/manifold.ts';
import type { Figures } from './search/measure.ts';
import { plotBars, plotCurves } from './search/plot.ts';
import { makeQuestions, readQuestions } from './search/questions.ts';
import { readSegments } from './search/segments.ts';
import type { Shelving } from './search/shelve.ts';
import type { Threaded } from './search/threads.ts';
import { serve } from './serving/serve.ts';

const [archive = join(packageRoot, 'data'), given = '', ...asked] = process.argv.slice(2);
const times = asked.length > 0 ? asked.map(Number) : [3, 10];
const folder = mkdtempSync(join(tmpdir(), 'verbatim-bench-'));
const startedAt = Date.now();
const say = (text: string) => {
  process.stderr.write(`${((Date.now() - startedAt) / 60_000).toFixed(1).padStart(5)} min  ${text}\n`);
};

try {
  say(`importing ${archive}`);
  const libraryFile = join(folder, 'library.db');
  const filled = await child<Filled>('search/fill', libraryFile, archive);
  const shelving = await child<Shelving>('search/shelve', libraryFile, join(folder, 'shelved.db'));
  const questionFile = join(folder, 'questions.jsonl');
  const questions = existsSync(given) ? readQuestions(given) : makeQuestions(readSegments(libraryFile), 60);
  writeFileSync(questionFile, questions.map((question) => JSON.stringify(question)).join('\n'));

  const figures: Figures[] = [];
  for (const [name, { title }] of Object.entries(contenders)) {
    say(`asking ${title}`);
    figures.push(await child<Figures>('search/measure', name, libraryFile, questionFile));
  }
  const [ours] = figures;
  if (ours === undefined) throw new Error('Nobody was measured.');
  say('asking from a terminal, and while typing');
  const first = await firstAnswer(libraryFile);
  const threaded = await child<Threaded>('search/threads', libraryFile, questionFile);

  const pattern = readPattern(archive);
  const copies = join(folder, 'copies');
  const biggerFile = join(folder, 'bigger.db');
  let made = 1;
  copyLibrary(libraryFile, biggerFile);
  let growing = filled;
  const grown: Grown[] = [{ times: 1, segments: filled.segments, filled, figures: ours }];
  for (const count of times) {
    say(`making an archive ${count} times as big`);
    for (; made < count; made++) pattern.write(made, copies);
    say('importing what was added');
    const more = await child<Filled>('search/fill', biggerFile, copies);
    growing = {
      ...more,
      added: growing.added + more.added,
      segments: growing.segments + more.segments,
      seconds: growing.seconds + more.seconds,
      cpuSeconds: growing.cpuSeconds + more.cpuSeconds,
    };
    say('asking it the same questions');
    const measured = await child<Figures>('search/measure', 'verbatim', biggerFile, questionFile);
    grown.push({ times: count, segments: growing.segments, filled: growing, figures: measured });
  }

  say('bringing new episodes into the biggest library');
  const news = await child<Fresh>('search/fresh', biggerFile, questionFile, libraryFile);

  say('letting 200 people ask at once, and then with an import beside');
  const words = questions.map(({ query }) => query);
  const beside = join(folder, 'beside');
  mkdirSync(beside);
  pattern.write(made, beside);
  const serving = { alone: await serve(libraryFile, words), importing: await serve(libraryFile, words, beside) };

  say('asking over Discord and Slack');
  const platforms = await askPlatforms(3);

  const docs = (name: string) => join(packageRoot, 'docs', name);
  writeFileSync(
    docs('benchmarks.svg'),
    plotBars(
      'One question in 20 takes longer than (ms, powers of ten)',
      figures.map((each) => ({ label: each.title, value: each.p95 })),
      'ms',
    ),
  );
  writeFileSync(
    docs('benchmarks-growth.svg'),
    plotCurves(
      'How long a question takes as the archive grows (ms, powers of ten)',
      grown.map(({ segments }) => segments),
      grown.map((each) => `${each.times}× (${each.segments.toLocaleString('en')} segments)`),
      [
        { label: 'p95', values: grown.map((each) => each.figures.p95) },
        { label: 'p50', values: grown.map((each) => each.figures.p50) },
        { label: 'max', values: grown.map((each) => each.figures.max) },
      ],
      'ms',
    ),
  );
  const minutes = (Date.now() - startedAt) / 60_000;
  writeFileSync(
    docs('benchmarks.md'),
    renderDocument({
      ...{ questions: questions.length, areMade: !existsSync(given), growth: pattern.growth, minutes },
      ...{ platforms, figures, first, threaded, grown, news, serving, shelving },
    }),
  );
  say('docs/benchmarks.md is written');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** With what is not yet moved from its log into it. */
function copyLibrary(from: string, to: string): void {
  for (const part of ['', '-wal']) {
    if (existsSync(from + part)) copyFileSync(from + part, to + part);
  }
}

/** Where the machine stands still for three seconds, an interaction is lost, as it would be on Discord: once more, then. */
async function askPlatforms(times: number): Promise<readonly PlatformFigures[]> {
  try {
    return await child<PlatformFigures[]>('platforms');
  } catch (error) {
    say(`an answer was lost: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    return times > 1 ? askPlatforms(times - 1) : [];
  }
}

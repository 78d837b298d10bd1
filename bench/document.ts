// Tells what was measured, as docs/benchmarks.md.

import { cpus } from 'node:os';
import type { PlatformFigures } from './platforms.ts';
import type { Filled } from './search/fill.ts';
import type { FirstAnswer } from './search/first-answer.ts';
import type { Fresh } from './search/fresh.ts';
import type { Figures } from './search/measure.ts';
import { kinds } from './search/questions.ts';
import type { Shelving } from './search/shelve.ts';
import { steps } from './search/steps.ts';
import type { Threaded } from './search/threads.ts';
import type { Served } from './serving/serve.ts';

/** An archive so many times as big as the first. */
export interface Grown {
  readonly times: number;
  readonly segments: number;
  readonly filled: Filled;
  readonly figures: Figures;
}

export interface Measured {
  readonly questions: number;
  /** Whether the questions were made from the archive, or given. */
  readonly areMade: boolean;
  /** The exponent of Heaps' law in this archive. */
  readonly growth: number;
  readonly minutes: number;
  readonly platforms: readonly PlatformFigures[];
  /** The first is ours. */
  readonly figures: readonly Figures[];
  readonly first: FirstAnswer;
  readonly threaded: Threaded;
  /** The first is the archive itself. */
  readonly grown: readonly Grown[];
  readonly news: Fresh;
  readonly shelving: Shelving;
  readonly serving: { readonly alone: Served; readonly importing: Served };
}

export function renderDocument(measured: Measured): string {
  const { questions, areMade, minutes, grown } = measured;
  const [{ filled, segments } = { filled: undefined, segments: 0 }] = grown;
  return `# Benchmarks

Made by \`npm run bench -- ARCHIVE QUESTIONS\` in one run of ${minutes.toFixed(0)} minutes: Node ${process.version}, ${cpus().length} cores
(${cpus()[0]?.model.trim() ?? 'unknown'}). Each contender runs in a process of its own, on the same segments and questions.

The archive: ${count(filled?.added ?? 0)} episodes, ${count(segments)} segments. The questions: ${questions} in ${kinds.length} kinds, each ${areMade ? 'made ' : ''}from a sentence
whose words stand together nowhere else. "First" is how often the sentence that was meant comes first.

${beside(measured)}
${importing(measured)}
${growing(measured)}
${arriving(measured)}
${serving(measured)}
${chats(measured)}`;
}

function beside({ figures, first, threaded }: Measured): string {
  const [ours] = figures;
  const of = (name: string, value: (each: Figures) => string) => [name, ...figures.map(value)];
  const slower = (value: number, than: number | undefined) => `${Math.round(value / (than ?? value))}×`;
  return `## Beside others

![One question in 20 takes longer than](benchmarks.svg)

${table(
  ['', ...figures.map(({ title }) => title)],
  [
    of('questions asked', ({ asked }) => count(asked)),
    ...kinds.map((kind) => of(`${named[kind]}: first`, (each) => (each.first[kind] ?? 0).toFixed(2))),
    of('all: among the first three', (each) => each.firstThree.toFixed(3)),
    of('p50', ({ p50 }) => ms(p50)),
    of('p95', ({ p95 }) => ms(p95)),
    of('p95 against Verbatim’s', ({ p95 }) => slower(p95, ours?.p95)),
    of('max', ({ max }) => ms(max)),
    of('answers a second, one after the other', ({ perSecond }) => rate(perSecond)),
    of('resident memory', ({ residentMegabytes }) => mb(residentMegabytes)),
    of('first answer after process start', (each) => ms(each === ours ? first.ms : each.firstAnswerMs)),
  ],
)}
Those that take seconds for a question are asked fewer; their shares are rough. All but Verbatim make their index anew when they
start, and keep text and index in memory.

${table(
  ['Verbatim besides', ''],
  [
    [
      'first answer in a terminal (`verbatim quote`)',
      `${ms(first.ms)}, where Node alone takes ${ms(first.nodeAloneMs)}`,
    ],
    [
      'suggestions while typing',
      `p50 ${ms(threaded.typing.p50)}, p95 ${ms(threaded.typing.p95)} (${count(threaded.typing.asked)} keystrokes)`,
    ],
    [
      `10,000 characters pasted, the slowest of ${threaded.pasted.kinds} kinds`,
      `${ms(threaded.pasted.ms)} (${threaded.pasted.slowest})`,
    ],
    [
      'answers a second once it is warm, asked by eight at once',
      `${rate(threaded.perSecond.all)} by all cores, ${rate(threaded.perSecond.one)} by one`,
    ],
    ['resident memory, all threads', mb(threaded.residentMegabytes)],
  ],
)}`;
}

const named: Readonly<Record<(typeof kinds)[number], string>> = {
  keywords: 'keywords',
  typo: 'one typo',
  sound: 'spelled as it sounds',
  phrase: 'remembered phrase',
  misremembered: 'misremembered phrase',
  joined: 'two words as one',
  speaker: 'keywords and a speaker',
};

function importing({ figures, grown, shelving }: Measured): string {
  const filled = grown[0]?.filled;
  return `## Importing

${table(
  ['', 'time', 'CPU time', 'on disk'],
  [
    [
      '**Verbatim**: reads files, divides them, shelves the text, indexes it',
      seconds(filled?.seconds ?? 0),
      seconds(filled?.cpuSeconds ?? 0),
      `${mb(filled?.megabytes ?? 0)} (the text too)`,
    ],
    [
      'Verbatim: shelves the text and indexes it (segments that are there, in one thread)',
      seconds(shelving.seconds),
      seconds(shelving.cpuSeconds),
      'as above',
    ],
    ...figures.flatMap(({ title, index }) =>
      index === undefined
        ? []
        : [
            [
              `${title}: indexes`,
              seconds(index.seconds),
              seconds(index.cpuSeconds),
              index.megabytes === undefined ? 'too big for JSON' : `${mb(index.megabytes)} (the index as JSON)`,
            ],
          ],
    ),
  ],
)}
Verbatim's import peaks at ${mb(filled?.peakMegabytes ?? 0)}. It keeps each episode as it comes: a crash at any moment leaves a whole library.
`;
}

function growing({ grown, growth }: Measured): string {
  const last = grown.at(-1);
  const [first] = grown;
  if (first === undefined || last === undefined) return '';
  const parts = last.figures.steps;
  const rest = (of: 'all' | 'slowest') => 1 - steps.reduce((sum, step) => sum + (parts?.[of][step] ?? 0), 0);
  const rows = [...steps.map((step) => [step, parts?.all[step] ?? 0, parts?.slowest[step] ?? 0] as const)];
  const dominant = [...rows, ['ranking and quotes', rest('all'), rest('slowest')] as const].sort(
    ([, , one], [, , other]) => other - one,
  )[0]?.[0];
  const power = Math.log(last.figures.p95 / first.figures.p95) / Math.log(last.segments / first.segments);
  return `## As the archive grows

![How long a question takes as the archive grows](benchmarks-growth.svg)

${table(
  [
    'archive',
    'segments',
    'p50',
    'p95',
    'max',
    'memory',
    'on disk',
    'imported in',
    'peak',
    'all: among the first three',
  ],
  [
    ...grown.map(({ times, segments, filled, figures }) => [
      `${times}×`,
      count(segments),
      ms(figures.p50),
      ms(figures.p95),
      ms(figures.max),
      mb(figures.residentMegabytes),
      mb(filled.megabytes),
      seconds(filled.seconds),
      mb(filled.peakMegabytes),
      figures.firstThree.toFixed(3),
    ]),
  ],
)}
The bigger archives are made of the first: each copy says everything in other words. The 256 commonest words stay; every other
becomes one that is about as common, and so many become words never heard before as make the vocabulary grow as it does within
the archive itself (Heaps' law, with the exponent ${growth.toFixed(2)} that half of the archive and all of it give). So lists of common words
grow with the archive, and the lexicon more slowly. The questions are those about the first copy.

With ${(last.segments / first.segments).toFixed(0)} times the segments, p95 is ${(last.figures.p95 / first.figures.p95).toFixed(1)} times what it was${power > 0 ? ` (the power ${power.toFixed(2)} of the archive)` : ''}. Where the time goes in the biggest:

${table(
  ['step', 'of all questions', 'of the slowest twentieth'],
  [
    ...rows.map(([step, all, slowest]) => [step, percent(all), percent(slowest)]),
    ['ranking and quotes', percent(rest('all')), percent(rest('slowest'))],
  ],
)}
In the slowest, what takes most is "${dominant}". ${limit(last, power)}
Memory stays: nothing of the library is kept in it but a page cache of fixed size.
`;
}

/** Where a person would begin to notice, if it goes on as it went. */
function limit({ segments, figures }: Grown, power: number): string {
  const noticed = 250;
  const most = segments * (noticed / figures.p95) ** (1 / Math.max(power, 0.1));
  return most < segments * 100
    ? `Growing on at this pace, one question in 20 would take longer than ${noticed} ms from about ${count(Number(most.toPrecision(1)))} segments on.`
    : `Growing on at this pace, the limit is the disk: p95 would stay below ${noticed} ms with a hundred times as many segments.`;
}

function arriving({ news, grown }: Measured): string {
  return `## A new episode

Into the library of ${count(grown.at(-1)?.filled.added ?? 0)} episodes came ${news.episodes} new ones, one after the other, into a bot that is running: its importing thread is
there, as it is while feeds are followed. The time counts from the moment that the transcript lies there.

${table(
  ['', ''],
  [
    ['a word of it is found after', `${ms(news.foundAfterMs)}, at most ${ms(news.foundAfterAtMostMs)}`],
    ['questions with nothing beside', `p50 ${ms(news.alone.p50)}, p95 ${ms(news.alone.p95)}`],
    ['questions while episodes come in', `p50 ${ms(news.meanwhile.p50)}, p95 ${ms(news.meanwhile.p95)}`],
  ],
)}`;
}

function serving({ serving: { alone, importing } }: Measured): string {
  const row = (name: string, value: (of: Served) => string) => [name, value(alone), value(importing)];
  return `## The bot under load

\`verbatim start\` as a process of its own; 200 people ask over the console's HTTP at once, three times. Who asks, and the import, share
the same cores; so does a process that does nothing beside the bot, and what that is late by is the machine's doing. What a process holds
its event loop up by itself is its own work between two rounds, as the system counts it.

${table(
  ['', 'alone', 'with an import beside'],
  [
    row('answers a second', ({ answersPerSecond }) => rate(answersPerSecond)),
    row('200 at once, p50', ({ p50 }) => ms(p50)),
    row('200 at once, p99', ({ p99 }) => ms(p99)),
    row('the event loop is late, p99', ({ lateP99 }) => ms(lateP99)),
    row('the event loop is late, max', ({ lateMax }) => ms(lateMax)),
    row('a process that does nothing beside it, p99', ({ idle }) => ms(idle.lateP99)),
    row('a process that does nothing beside it, max', ({ idle }) => ms(idle.lateMax)),
    row('held up by its own work, p99', ({ work }) => told(work?.heldP99)),
    row('held up by its own work, max', ({ work }) => told(work?.heldMax)),
    row('its own work for an answer', ({ work, answers }) => told(work && work.totalMs / answers)),
    row('resident memory', ({ residentMegabytes }) => mb(residentMegabytes)),
  ],
)}`;
}

function chats({ platforms }: Measured): string {
  if (platforms.length === 0) return '';
  return `## Answers over the platforms

Real clients against stand-ins for Discord and Slack in the same process, over the sample podcasts: 200 people ask at once.

${table(
  ['', 'commands a second', '200 at once, p50', 'p99', 'one at a time, p50', 'p99'],
  [
    ...platforms.map(({ name, perSecond, p50, p99, alone }) => [
      name,
      rate(perSecond),
      ms(p50),
      ms(p99),
      ms(alone.p50),
      ms(alone.p99),
    ]),
  ],
)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return `${[line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')}\n`;
}

const count = (value: number): string => value.toLocaleString('en');
const rate = (value: number): string => (value < 10 ? value.toFixed(1) : count(Math.round(value)));
const percent = (value: number): string => `${Math.round(value * 100)} %`;
const seconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} s`;
const mb = (value: number): string => `${count(Number(value.toFixed(value < 10 ? 1 : 0)))} MB`;
/** Where the system tells it. */
const told = (value: number | undefined): string => (value === undefined ? '–' : ms(value));
const ms = (value: number): string => (value < 100 ? `${value.toFixed(1)} ms` : `${count(Math.round(value))} ms`);

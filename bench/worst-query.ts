// Which query takes longest? Breeds queries: what was slow is changed and tried again, for so many seconds.
//
//   node dist/bench/worst-query.js LIBRARY [SECONDS [SEED]]
//
// Prints the slowest, by the processor's time, with the work that they make (see test/search/archive/worst.ts).

import { openLibrary } from '../src/library/sqlite/open.ts';
import { createSearch } from '../src/search/create-search.ts';
import { countWork, noWork, type Work } from './search/count-work.ts';
import { type Dice, dice } from './search/dice.ts';

interface Tried {
  readonly parts: readonly string[];
  readonly milliseconds: number;
  readonly work: Work;
}

const [file = '', seconds = '60', seed = '1'] = process.argv.slice(2);
const chance = dice(Number(seed));
const library = await openLibrary(file, { access: 'read' });
const work = noWork();
const search = createSearch(countWork(library, work));
const makers = await makersOf();
const kept = 40;
let worst: Tried[] = [];

const until = performance.now() + Number(seconds) * 1000;
for (let tries = 0; performance.now() < until; tries++) {
  const parts = tries % 4 === 0 || worst.length < 10 ? fresh() : changed(chance.one(worst).parts, chance);
  if (worst.some((known) => known.parts.join(' ') === parts.join(' '))) continue;
  const tried = await measure(parts);
  worst = [...worst, tried].sort((one, other) => other.milliseconds - one.milliseconds).slice(0, kept);
}
// Once more, the quickest of three: what else the machine did then is not theirs.
const again: Tried[] = [];
for (const { parts } of worst) {
  const tries = [await measure(parts), await measure(parts), await measure(parts)];
  again.push(tries.reduce((best, each) => (each.milliseconds < best.milliseconds ? each : best)));
}
again.sort((one, other) => other.milliseconds - one.milliseconds);
for (const { parts, milliseconds, work: done } of again.slice(0, 15)) {
  const typed = parts.join(' ');
  console.log(`${milliseconds.toFixed(1)} ms  ${JSON.stringify(done)}\n    ${typed.slice(0, 300)} (${typed.length})`);
}
await library.close();

async function measure(parts: readonly string[]): Promise<Tried> {
  Object.assign(work, noWork());
  const before = process.cpuUsage();
  await search.quotes({ words: parts.join(' '), offset: 0, limit: 10 });
  const { user, system } = process.cpuUsage(before);
  return { parts, milliseconds: (user + system) / 1000, work: { ...work } };
}

/** What parts of queries are made of. */
async function makersOf(): Promise<readonly (() => string)[]> {
  const ids = Array.from({ length: 40_000 }, (_, at) => at + 1);
  const words = [...(await library.words(ids))].sort((one, other) => other.segments - one.segments);
  const common = words.slice(0, 60).map(({ form }) => form);
  const usual = words.slice(60, 2000).map(({ form }) => form);
  const rare = words.filter(({ segments }) => segments < 5).map(({ form }) => form);
  const speakers = (await library.names('speaker')).map(({ name }) => name);
  const titles = (await library.names('episode')).map(({ name }) => name);
  const podcasts = (await library.names('podcast')).map(({ name }) => name);
  const several = (from: readonly string[], most: number) =>
    Array.from({ length: 1 + chance.below(most) }, () => chance.one(from)).join(' ');
  return [
    () => chance.one(common),
    () => several(common, 6),
    () => chance.one(usual),
    () => several(usual, 4),
    () => chance.one(rare),
    () => misspelled(chance.one(usual)),
    () => misspelled(misspelled(chance.one(rare))),
    () => chance.one(usual) + chance.one(usual),
    () => chance.one(common) + chance.one(common),
    () => `"${several(common, 8)}"`,
    () => `-${chance.one(common)}`,
    () => `-"${several(common, 3)}"`,
    () => `from:"${misspelled(chance.one(speakers))}"`,
    () => `from:${chance.one(usual)}`,
    () => `from:${chance.one(speakers).slice(0, 1)}`,
    () => `podcast:"${chance.one(podcasts)}"`,
    () => `in:"${several(chance.one(titles).split(' '), 2)}"`,
    () => `after:${2000 + chance.below(26)}-0${1 + chance.below(9)}-1${chance.below(9)}`,
    () => `before:${2005 + chance.below(26)}-0${1 + chance.below(9)}-1${chance.below(9)}`,
    () => String(chance.below(2100)),
    () => chance.one(['twenty', 'one', 'who', 'what did', 'say about', "don't", '我们', 'C++', 'xn--', 'çé']),
    () => Array.from({ length: 4 + chance.below(20) }, () => String.fromCharCode(97 + chance.below(26))).join(''),
  ];
}

function fresh(): readonly string[] {
  const most = chance.one([3, 6, 12, 30]);
  // Of few kinds: many of one kind are slower than some of each.
  const few = chance.shuffled(makers).slice(0, 1 + chance.below(4));
  return Array.from({ length: 1 + chance.below(most) }, () => chance.one(few)());
}

function changed(parts: readonly string[], { below, one, shuffled }: Dice): readonly string[] {
  const at = below(parts.length);
  const ways: readonly (() => readonly string[])[] = [
    () => [...parts, one(makers)()],
    () => parts.with(at, one(makers)()),
    () => (parts.length > 1 ? parts.toSpliced(at, 1) : parts.concat(one(makers)())),
    () => [...parts, ...parts].slice(0, 40),
    () => [...parts, one(one(worst).parts)],
    () => shuffled(parts),
    () => parts.with(at, misspelled(parts[at] ?? '')),
  ];
  return one(ways)();
}

function misspelled(word: string): string {
  const at = chance.below(word.length + 1);
  const letter = String.fromCharCode(97 + chance.below(26));
  return chance.one([
    word.slice(0, at) + letter + word.slice(at),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + word.slice(at + 1),
  ]);
}

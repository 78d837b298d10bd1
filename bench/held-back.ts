// How often is the right quote first, on the half of the questions that weights were tuned on and on the half held back?
//
//   node dist/bench/held-back.js LIBRARY [EACH]
//
// Both halves are made from the library's own segments, EACH of every kind, by chance of another seed.

import { openLibrary } from '../src/library/sqlite/open.ts';
import { createSearch } from '../src/search/create-search.ts';
import { isMeant, kinds, makeQuestions, type Question } from './search/questions.ts';
import { readSegments } from './search/segments.ts';

const [file = '', each = '200'] = process.argv.slice(2);
const halves = { tuned: 11, 'held back': 22 } as const;

const segments = readSegments(file);
const library = await openLibrary(file, { access: 'read' });
const search = createSearch(library);

console.log(`| kind | ${Object.keys(halves).join(' | ')} |\n|---|---|---|`);
const ranks = await Promise.all(
  Object.values(halves).map((seed) => ranksOf(makeQuestions(segments, Number(each), seed))),
);
for (const kind of kinds) {
  console.log(`| ${kind} | ${ranks.map((half) => part(half.get(kind) ?? [], 1)).join(' | ')} |`);
}
const all = ranks.map((half) => [...half.values()].flat());
console.log(`| all, first | ${all.map((half) => part(half, 1)).join(' | ')} |`);
console.log(`| all, among the first three | ${all.map((half) => part(half, 3)).join(' | ')} |`);
await library.close();

/** By kind, the places of the right answers; -1 where it is not among the first ten. */
async function ranksOf(questions: readonly Question[]): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, number[]>();
  for (const question of questions) {
    const { hits } = await search.quotes({ words: question.query, offset: 0, limit: 10 });
    const rank = hits.findIndex(({ episode, segment }) =>
      isMeant({ id: 0, source: episode.source, text: segment.text, speaker: null }, question),
    );
    found.set(question.kind, [...(found.get(question.kind) ?? []), rank]);
  }
  return found;
}

function part(places: readonly number[], within: number): string {
  return (places.filter((place) => place >= 0 && place < within).length / Math.max(1, places.length)).toFixed(3);
}

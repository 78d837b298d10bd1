// Search as the bot asks it, in its threads: node threads.js LIBRARY QUESTIONS; prints its figures as JSON.

import { searchInThreads } from '../../src/search/threads.ts';
import { readQuestions } from './questions.ts';

export interface Threaded {
  /** Suggestions, one for each letter typed. */
  readonly typing: { readonly asked: number; readonly p50: number; readonly p95: number };
  readonly perSecond: number;
  /** Of the whole process with all its threads. */
  readonly residentMegabytes: number;
}

const askers = 8;
const [libraryFile = '', questionFile = ''] = process.argv.slice(2);
const words = readQuestions(questionFile).map(({ query }) => query);
const search = searchInThreads(libraryFile);
const ask = (query: string) => search.quotes({ words: query, offset: 0, limit: 3 });

await Promise.all(words.slice(0, 40).map(ask));
let next = 0;
const asker = async (): Promise<void> => {
  for (let query = words[next++]; query !== undefined; query = words[next++]) await ask(query);
};
const from = performance.now();
await Promise.all(Array.from({ length: askers }, asker));
const perSecond = words.length / ((performance.now() - from) / 1000);

const taken: number[] = [];
for (const query of words.filter((_, at) => at % 10 === 0)) {
  for (let length = 2; length <= query.length; length++) {
    const typed = performance.now();
    await search.suggestQuotes(query.slice(0, length), {}, 10);
    taken.push(performance.now() - typed);
  }
}
taken.sort((one, other) => one - other);
const at = (share: number) => taken[Math.floor(taken.length * share)] ?? 0;
const figures: Threaded = {
  typing: { asked: taken.length, p50: at(0.5), p95: at(0.95) },
  perSecond,
  residentMegabytes: process.memoryUsage().rss / 1e6,
};
console.log(JSON.stringify(figures));
await search.close();

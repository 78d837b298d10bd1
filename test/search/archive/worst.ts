// The slowest queries that were found (bench/worst-query.ts): each makes little work, whatever it is made of.

import { beforeAll, describe, expect, test } from 'vitest';
import { countWork, noWork } from '../../../bench/search/count-work.ts';
import { pastes } from '../../../bench/search/pastes.ts';
import type { Library } from '../../../src/library/library.ts';
import { createSearch } from '../../../src/search/create-search.ts';
import type { Search } from '../../../src/search/search.ts';

const common = 'to be or not to be that is the question of it';

const slowest: readonly (readonly [what: string, typed: string])[] = [
  [
    'common words, over and over',
    "know that not just like that's that ahave know tat not just like that's jthat ".repeat(6),
  ],
  ['common words, once', 'you that have to want do to it'],
  ['common words with one wrong', "of people saying that's but that"],
  [
    'words run together, by many, in many episodes, without common ones',
    `from:modules andi'm protocoldriven -then butget asynchronousprocesses or arrayvariable helpsalthough from:too in:"js" butget if get -then yourit's from:requireu aboutlike`,
  ],
  [
    'phrases of common words left out',
    '-"can they" -"my the" -"don\'t with are" in:"js" kind with just thints a this "what or because"',
  ],
  ['a speaker of one letter, and every year', `from:e after:2001-02-03 before:2029-11-28 ${common}`],
  [
    'rare words, all misspelled',
    'exessive kubernets typscript asynchonous idempotant hydratoin monorepoo observabilty',
  ],
  ['one very common word', 'the'],
  ['one broad word', 'javascript'],
  ['numbers', 'twenty twenty one nineteen ninety nine 2020 1984 10 100 1000'],
  ['every language of signs', 'C++ c# .net 我们 เรา çé xn-- дом'],
  ...pastes.map(([what, typed]) => [`10,000 characters of ${what}`, typed] as const),
];

/** For comparison: an ordinary query makes a tenth of it. */
const mostWork = { lookups: 45, keys: 1500, questions: 6, parts: 300, segments: 1700, texts: 40 } as const;

export function askTheWorst(library: () => Library): void {
  const work = noWork();
  let search: Search;
  beforeAll(() => {
    search = createSearch(countWork(library(), work));
  });

  describe('the slowest queries', () => {
    test.each(slowest)('%s', async (_, typed) => {
      for (const ask of [
        () => search.quotes({ words: typed, offset: 0, limit: 10 }),
        () => search.suggestQuotes(typed, {}, 10),
        () => search.episodes(typed, 10),
      ]) {
        Object.assign(work, noWork());
        await ask();
        for (const kind of ['lookups', 'keys', 'questions', 'parts', 'segments', 'texts'] as const) {
          expect(work[kind], kind).toBeLessThanOrEqual(mostWork[kind]);
        }
      }
    });
  });
}

// The slowest queries that were found (bench/worst-query.ts): each makes little work, whatever it is made of.

import { beforeAll, describe, expect, test } from 'vitest';
import { countWork, noWork } from '../../../bench/search/count-work.ts';
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
  ['10,000 characters of common words', common.repeat(220).slice(0, 10_000)],
  ['10,000 characters of one letter', 'a '.repeat(5000)],
  ['20,000 characters of a letter and a colon', 'a:'.repeat(10_000)],
  ['300 times the same nine words', 'the of and to in is it that '.repeat(300)],
  ['10,000 characters of one phrase', `"${common.repeat(220).slice(0, 9_990)}"`],
  ['10,000 characters of unknown words', Array.from({ length: 1250 }, (_, at) => `zq${at}x`).join(' ')],
  ['10,000 characters of a title', `in:${common.repeat(220).slice(0, 9_990)}`],
  ['10,000 characters of a name', `from:${'kevni '.repeat(1660)}`],
  ['10,000 characters of speakers', 'from:kevin '.repeat(900)],
  [
    '10,000 characters of words left out',
    common
      .replace(/\b(?=\w)/g, '-')
      .repeat(180)
      .slice(0, 10_000),
  ],
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
    test.each([
      ['the of and to in is it that '.repeat(300)],
      ['a '.repeat(5000)],
      ['a:'.repeat(10_000)],
      ['"the of" '.repeat(1200)],
      ['in:the '.repeat(1400)],
      [`in:${Array.from({ length: 150 }, (_, at) => `zq${at}x`).join(' ')}`],
      [Array.from({ length: 150 }, (_, at) => `from:zq${at}x`).join(' ')],
    ])('take no more than a tenth of a second of a processor, also while they are typed', async (typed) => {
      const used = async (ask: () => Promise<unknown>) => {
        const before = process.cpuUsage();
        await ask();
        const { user, system } = process.cpuUsage(before);
        return (user + system) / 1000;
      };
      const least = async (ask: () => Promise<unknown>) => Math.min(await used(ask), await used(ask), await used(ask));
      expect(await least(() => search.quotes({ words: typed, offset: 0, limit: 10 }))).toBeLessThan(100);
      expect(await least(() => search.suggestQuotes(typed, {}, 10))).toBeLessThan(100);
      expect(await least(() => search.episodes(typed, 10))).toBeLessThan(100);
    });

    test.each(slowest)('%s', async (_, typed) => {
      for (const ask of [
        () => search.quotes({ words: typed, offset: 0, limit: 10 }),
        () => search.suggestQuotes(typed, {}, 10),
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

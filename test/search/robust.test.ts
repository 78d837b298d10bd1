// Whatever people type: an answer, never an error, and never a long wait.

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop } from './shop-talk.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const ask = (words: string) => shop.search.quotes({ words, offset: 0, limit: 5 });

const awkward: readonly (readonly [what: string, typed: string])[] = [
  ['nothing', ''],
  ['white space', ' \t\n\u00a0\u3000 '],
  ['punctuation alone', '?!… --- ... ,,, ;;; ()[]{}<>|/\\'],
  ['emoji alone', '👩‍👩‍👧‍👦 🔥 🇮🇩 ❤️'],
  ['a lone surrogate', '\ud83d tiktok \udc00'],
  ['a null character', 'tik\u0000tok \u0000'],
  ['right to left', 'שלום עולם مرحبا'],
  ['one letter', 'a'],
  ['only words that everybody says', 'the of and to it is what the'],
  ['an unbalanced quote', '"to be or not'],
  ['many quotes', '""""""""'],
  ['an empty phrase', '"" “” tiktok'],
  ['NEAR(', 'NEAR(tiktok kettle, 3'],
  ['AND OR NOT', 'AND OR NOT tiktok AND'],
  ['a star', 'tik* *'],
  ['a caret', '^tiktok'],
  ['a column', 'tokens:tiktok said:"x" rowid:1'],
  ['a plus', 'tik + tok'],
  ['SQL', "'; drop table segment; --"],
  ['JSON', '{"all": ["tiktok"]} [1,2]'],
  ['a pattern', '(a+)+$ [\\p{L}]* %_%'],
  ['a web address', 'https://shop.example.org/tea?kettle=1&steam=2#buttons'],
  ['all keys, no values', 'from: in: podcast: after: before:'],
  ['keys of keys', 'from:from:from: in:in: after:after:2020'],
  ['leaving out everything', '-tiktok -the -"to be"'],
  ['minus signs', '- -- --- −tiktok'],
  ['accents on accents', 't\u0301\u0302\u0303i\u0301k\u0301t\u0301o\u0301k\u0301 Z\u0351\u036b\u0343a\u0363lgo'],
  ['Chinese', '我们在谈论视频和茶壶'],
  ['Japanese', '東京でお茶を売る店の話'],
  ['Thai', 'เราขายชาบนอินเทอร์เน็ต'],
  ['a very long word', 'x'.repeat(5000)],
  ['10,000 characters of words', 'kettle steam customers newspaper drawer '.repeat(250)],
  ['10,000 characters of one letter words', 'a b c d e f g h i j '.repeat(500)],
  ['10,000 characters of letters', 'tiktok'.repeat(1667)],
  ['10,000 quotes', '"'.repeat(10_000)],
  ['10,000 minus signs', '-'.repeat(10_000)],
  ['10,000 characters of unknown words', Array.from({ length: 1250 }, (_, at) => `zq${at}x`).join(' ')],
  ['10,000 characters of Chinese', '茶壶'.repeat(5000)],
];

describe('any text is answered', () => {
  test.each(awkward)('%s', async (_, typed) => {
    const answer = await ask(typed);
    expect(answer.hits.length).toBeLessThanOrEqual(5);
    await shop.search.suggestQuotes(typed, {}, 5);
    await shop.search.speakers(typed, 5);
    await shop.search.episodes(typed, 5);
    await shop.search.podcasts(typed, 5);
    await shop.search.random({ speaker: typed, episode: typed, podcast: typed, after: typed, before: typed });
    await shop.search.quote(typed);
  });

  test('whatever it is made of', async () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '"',
        '-',
        'from:',
        'in:',
        'after:2020',
        ' ',
        'tiktok',
        'kettle',
        'twenty',
        'c++',
        '2020',
        ':',
        '“',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
        const { hits } = await ask(pieces.join(''));
        for (const { quote, segment } of hits) {
          const shown = quote.text.replace(/^…/, '').replace(/\s?…$/, '');
          expect(segment.text).toContain(shown);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('what cannot be searched is told', () => {
  test.each([
    ['?!', 'no-words'],
    ['', 'no-words'],
    ['🔥', 'no-words'],
    ['kettle '.repeat(500), 'too-long'],
    ['kettle from:', 'empty-filter'],
  ])('%s', async (typed, kind) => {
    expect((await ask(typed)).problems.map((problem) => problem.kind)).toContain(kind);
  });
});

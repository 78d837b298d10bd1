// What was asked for: comparisons, questions of any verb, names behind a key, filters alone, numbers with letters and signs.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Podcast } from '../../src/model.ts';
import { episode, openShop, type Shop } from './shop-talk.ts';

const shed: Podcast = { id: 'shed', title: 'Tool Shed', language: 'en' };
const pond: Podcast = { id: 'pond', title: 'Duck Pond', language: 'en' };
const talks = [
  episode(shed, 1, 'Handles', '2022-01-02', [
    'Orla Vane: Hi.',
    'Bram Kettering: Yeah, totally.',
    'Orla Vane: Everybody wants to hear about ash versus hickory, and I have a handle of each on the wall here.',
    'Bram Kettering: I opened my plans in VS Code this morning, and there was hickory in every single drawing of mine.',
    'Orla Vane: With VS Code I sketch the whole bench before I touch a single board in the shed.',
    'Bram Kettering: A mallet can be a chisel’s best friend, and then again it can be the end of it.',
    'Orla Vane: We tried oak and maple for the bench, and the bench would not have either of them.',
    'Bram Kettering: Who knows where the other glove went? It is the great mystery of this shed.',
    'Orla Vane: It was my grandfather who was asked about the shed, and he built the spokeshave with a file.',
    'Bram Kettering: The spokeshave was invented by wheelwrights, long before anybody sold one in a box.',
    'Orla Vane: Where did the name mallet come from? I asked, and nobody in the shed could tell me.',
    'Bram Kettering: An adze is a name for an axe that was mounted by somebody in a very odd mood.',
    'Orla Vane: We ran an A/B test on two glues, and the second of them let go in the rain.',
    'Bram Kettering: The six of us had one IE page of a manual, and it was wet through by Sunday.',
    'Orla Vane: The manual only opens in IE6, and I keep an old machine in the shed for just that.',
    'Bram Kettering: Somebody offered one million screws to me, which is more than a wall can hold.',
    'Orla Vane: That shed has a view that is worth $1 million on a good evening in the autumn.',
    'Bram Kettering: We had one million moths in here, and every one of them wanted the lamp for itself.',
    'Orla Vane: There were one million reasons to sweep the floor, and I have met none of them.',
  ]),
  episode(pond, 1, 'Weed', '2022-02-02', [
    'Orla Quist: The glue on that decoy was a mistake, and the ducks were the first ones to say so.',
    'Bram Kettering: Out on the water a glue has nowhere to hide, as my decoys will tell you.',
    'Tess Wainer: Put some glue on the rudder before the pond freezes, and not one day after that.',
  ]),
];

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(talks);
});
afterAll(() => shop.close());

const ask = (words: string) => shop.search.quotes({ words, offset: 0, limit: 10 });
const first = async (words: string) => (await ask(words)).hits[0];
const marked = async (words: string) => {
  const quote = (await first(words))?.quote;
  return quote?.highlights.map((range) => quote.text.slice(...range));
};

describe('“vs” between two words', () => {
  test.each(['ash vs hickory', 'ash vs. hickory', 'hickory versus ash', 'hickory vs ash'])(
    '“%s” is “versus”, as it was said',
    async (words) => {
      expect((await first(words))?.segment.text).toContain('ash versus hickory');
    },
  );

  test('may lack', async () => {
    expect((await first('oak vs maple'))?.segment.text).toContain('oak and maple');
    expect((await first('maple vs wenge'))?.segment.text).toContain('oak and maple');
  });

  test('is the name it is beside “code”', async () => {
    for (const { segment } of (await ask('vs code')).hits) expect(segment.text).toContain('VS Code');
    expect((await ask('vscode')).hits.length).toBeGreaterThan(0);
  });
});

describe('a question that says neither who nor about what', () => {
  test('is answered by what it is about, its words of asking unmarked', async () => {
    expect((await first('who invented the spokeshave'))?.segment.text).toContain('invented by wheelwrights');
    expect(await marked('who invented the spokeshave')).toEqual(['spokeshave', 'invented']);
    expect((await first('where did the name adze come from'))?.segment.text).toContain('An adze is a name');
  });

  test('is what somebody said, if they did', async () => {
    expect(await marked('who knows')).toEqual(['Who', 'knows']);
    expect((await first('where did the word mallet come from'))?.segment.text).toContain('the name mallet');
  });
});

describe('a name of several words behind its key', () => {
  test.each([
    ['from:orla quist glue', 'Orla Quist'],
    ['from:orlo quist glue', 'Orla Quist'],
    ['from:twainer glue', 'Tess Wainer'],
    ['from:twaner glue', 'Tess Wainer'],
  ])('“%s” is %s', async (words, name) => {
    const { hits, problems } = await ask(words);
    expect(problems).toEqual([]);
    expect([...new Set(hits.map(({ segment }) => segment.speaker?.name))]).toEqual([name]);
    expect(hits[0]?.quote.text).toContain('glue');
  });

  test('is read as far as it names something', async () => {
    const { hits } = await ask('podcast:duck pond glue');
    expect(hits.map(({ podcast }) => podcast.title)).toEqual(['Duck Pond', 'Duck Pond', 'Duck Pond']);
    expect(await marked('podcast:duckpond glue')).toEqual(['glue']);
    expect((await ask('from:bram shed')).hits.every(({ segment }) => segment.text.includes('shed'))).toBe(true);
  });
});

test('a filter alone shows what reads well alone, before what was said first', async () => {
  expect((await first('from:orla'))?.segment.text).not.toBe('Hi.');
  expect((await ask('podcast:shed')).hits.slice(0, 5).map(({ segment }) => segment.text)).not.toContain(
    'Yeah, totally.',
  );
});

describe('letters, numbers and signs', () => {
  test.each([
    ['ab test', 'an A/B test'],
    ['ie 6', 'opens in IE6'],
    ['internet explorer 6', 'opens in IE6'],
    ['$1 million', 'worth $1 million'],
  ])('“%s” finds “%s”', async (words, part) => {
    expect((await first(words))?.segment.text).toContain(part);
  });
});

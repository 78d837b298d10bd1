// What was meant rather than typed: questions, numbers, signs, and words that are forms of one another.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Podcast } from '../../src/model.ts';
import { episode, openShop, type Shop } from './shop-talk.ts';

const pantry: Podcast = { id: 'pantry', title: 'The Pantry Hour', language: 'en' };
const pantryHour = [
  episode(pantry, 1, 'Jam', '2021-03-02', [
    'Hollis Reed: It depends on the plum, on the pan and on how long your guests are willing to stand around.',
    'Rick Amory: The jam sets when it wants to, and I have never once seen it want to before midnight.',
    'Rick Amory: A jar of marmalade on Monday, and then another one, is how I get through the winter months.',
    'Hollis Reed: Whether a lemon helps? It depends.',
    'Hollis Reed: My cousin watches Rick and Morty while the chutney cools, and neither of them gets any better.',
    'Hollis Reed: What you said there, Rick, about the oven is exactly what my aunt would say.',
    'Rick Amory: My oven and I have not been on speaking terms since the wedding.',
    'Rick Amory: Ninety-nine percent of all chutney is vinegar and patience, and I am short of patience.',
  ]),
  episode(pantry, 2, 'Bread', '2021-04-02', [
    'Hollis Reed: Bread is 80% water and the rest is somebody getting up at four.',
    'Rick Amory: Each generation bakes a flatter loaf than the generation before it, as far as I can see.',
    'Rick Amory: We generate more crumbs in one generation than our mothers did in three.',
    'Hollis Reed: That episode about sourdough made people cry, and I was one of those people.',
    "Rick Amory: Isn't that the oven? No, that is the cat, who has found the warm spot again.",
  ]),
];

let shop: Shop;
beforeAll(async () => {
  shop = await openShop(pantryHour);
});
afterAll(() => shop.close());

const ask = async (words: string) => (await shop.search.quotes({ words, offset: 0, limit: 10 })).hits;
const first = async (words: string) => (await ask(words))[0]?.segment.text ?? 'nothing';

describe('a question', () => {
  test.each([
    ['who said it depends', 'It depends', 'keeps the common words that somebody said'],
    ['who said that the jam sets', 'The jam sets', 'after “that” as well'],
    [
      'which episode was it where they talked about sourdough',
      'about sourdough',
      'for an episode is not about episodes',
    ],
    ['in which episode did they mention marmalade', 'marmalade on Monday', 'begins with “in”, and needs no “about”'],
    ['did anybody ever mention rick and morty', 'Rick and Morty', 'may be about somebody who is called like a speaker'],
    ['what did rick say about chutney', 'all chutney is vinegar', 'names who said it'],
  ])('“%s” finds “%s”: it %s', async (words, part) => {
    expect(await first(words)).toContain(part);
  });
});

test('a sentence that begins like a question is found as the sentence it is, nearly remembered or not', async () => {
  expect(await first('what you said there Rick about the oven is exactly')).toContain('What you said there, Rick');
  expect(await first('what you said there Rick about the kettle is exactly')).toContain('What you said there, Rick');
  expect((await ask('what did Rick say about the oven'))[0]?.segment.speaker?.name).toBe('Rick Amory');
});

describe('percent', () => {
  test.each([
    ['99% chutney', 'Ninety-nine percent'],
    ['99 percent', 'Ninety-nine percent'],
    ['eighty percent water', '80% water'],
    ['80 percent water', '80% water'],
  ])('“%s” finds “%s”', async (words, part) => {
    const [hit] = await ask(words);
    expect(hit?.segment.text).toContain(part);
  });
});

test('a word that was typed is no other form of another that was typed', async () => {
  expect(await first('generation generate crumbs')).toContain('We generate');
  expect(await first('generate generation')).toContain('We generate');
});

describe('signs as pages write them', () => {
  test.each([
    ['isn&#39;t that the oven', "Isn't that the oven"],
    ['marmalade quot monday', 'marmalade on Monday'],
    ['&quot;willing to stand&quot;', 'willing to stand'],
  ])('“%s” finds “%s”', async (words, part) => {
    expect(await first(words)).toContain(part);
  });
});

describe('where the library has none of the words', () => {
  const answer = (words: string) => shop.search.quotes({ words, offset: 0, limit: 10 });

  test('guesses bear each other out, and one beside words that cannot be guessed is none', async () => {
    expect(await first('marmelade sourdogh')).toMatch(/marmalade|sourdough/);
    expect(await ask('marmelade')).not.toEqual([]);
    for (const words of ['xylograph marmelade', 'the xylograph marmelade']) {
      expect(await answer(words)).toMatchObject({ hits: [], suggestions: [] });
    }
  });

  test('a near word is offered where it would find something, and no everyday word by itself', async () => {
    expect((await answer('"chutneys oven"')).suggestions).toEqual(['chutney oven']);
    expect((await answer('"the xylograph"')).suggestions).not.toContain('the');
    expect((await answer('xylograph the')).suggestions).toEqual([]);
  });
});

// A rare word whose stem is common is found among the many that share the stem, and is not mistaken for one of them.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { episode, openShop, type Shop } from './shop-talk.ts';

/** More than a search looks at of one stem: what is lost among them was never looked at. */
const many = 900;
const chatter = Array.from({ length: many }, (_, at) => `Tobias Quill: Our community met in the hall ${at} times.`);

const hall = { id: 'village-hall', title: 'Village Hall', language: 'en' };
const lines = [
  'Nora Fielding: We heard a foghorn.',
  ...chatter.slice(0, 200),
  'Nora Fielding: Grandfather read pamphlets in the bath, mostly about communism.',
  'Nora Fielding: The communal kettle is older than the hall.',
  ...chatter.slice(200),
  'Tobias Quill: It is new to me, but the news on the board said that the news is free.',
  ...Array.from({ length: 10 }, (_, at) => `Tobias Quill: Bench ${at} is new.`),
  'Tobias Quill: I attached the lamp to the wall, then the shelf, then a hook for the coats, and it all held, in theory.',
  ...Array.from({ length: 20 }, (_, at) => `Tobias Quill: I attached lamp ${at} to the wall.`),
  ...Array.from({ length: 20 }, (_, at) => `Tobias Quill: Have you a theory about lamp ${at}?`),
  ...Array.from({ length: 20 }, (_, at) => `Nora Fielding: Foghorn ${at} was heard.`),
  'Nora Fielding: Attachment is what a duckling feels for the first boots it sees.',
];

let shop: Shop;
beforeAll(async () => {
  shop = await openShop([episode(hall, 1, 'Minutes', '2021-05-01', lines)]);
});
afterAll(() => shop.close());

const ask = async (words: string) => (await shop.search.quotes({ words, offset: 0, limit: 3 })).hits;
const marked = async (words: string) => {
  const [hit] = await ask(words);
  return (hit?.quote.highlights ?? []).map((range) => hit?.quote.text.slice(...range));
};

describe('a rare word', () => {
  test('is found wherever it stands, beside a common one that never stands with it', async () => {
    const { hits, total } = await shop.search.quotes({ words: 'hall foghorn', offset: 0, limit: 50 });
    expect(total.count).toBe(21);
    for (const { segment } of hits) expect(segment.text).toMatch(/foghorn/i);
  });
});

describe('a rare word with a common stem', () => {
  test.each(['communism', 'communal'])('“%s” is found in quotation marks, and nothing else is', async (word) => {
    const hits = await ask(`"${word}"`);
    expect(hits).toHaveLength(1);
    expect(hits[0]?.quote.text).toContain(word);
  });

  test.each(['communism', 'communal'])('“%s” is found bare, before others of its stem', async (word) => {
    expect((await ask(word))[0]?.quote.text).toContain(word);
  });

  test('is found beside a word that stands with the common ones as well', async () => {
    expect((await ask('the communism'))[0]?.quote.text).toContain('communism');
  });

  test('is not answered with another form that stands by chance with the second word', async () => {
    const [first] = await ask('attachment theory');
    expect(first?.quote.text).toMatch(/^Attachment/);
  });

  test('is left out without the others of its stem', async () => {
    expect((await shop.search.quotes({ words: 'hall -communism', offset: 0, limit: 1 })).total.count).toBeGreaterThan(
      100,
    );
    expect((await ask('mostly -communism')).map(({ segment }) => segment.text)).toEqual([]);
  });

  test('is what is marked where it stands, and not another word of its stem', async () => {
    expect(await marked('news')).toEqual(['news', 'news']);
  });
});

// An answer is the same however it is asked for in pages, and in whatever order its episodes were imported.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openShop, type Shop, shopTalk } from './shop-talk.ts';

let shop: Shop;
let others: readonly Shop[];
beforeAll(async () => {
  shop = await openShop();
  const backwards = await openShop([...shopTalk].reverse());
  // As one that was changed, and one that was there before: new rows and numbers for the same words.
  const changed = await openShop();
  for (const record of shopTalk) {
    await changed.library.shelve({ ...record, segments: record.segments.slice(1) });
    await changed.library.settle();
    await changed.library.shelve(record);
  }
  await changed.library.settle();
  others = [backwards, changed];
});
afterAll(() => Promise.all([shop, ...others].map((each) => each.close())));

const queries = [
  'tiktok',
  'tiktk',
  'the',
  'tiktok customers',
  'kettle soup',
  'soup kettle till',
  'newsleter accordian',
  '"customer data" kettle',
  '"it is what it is"',
  'tiktok -buttons',
  'from:nora',
  'from:tobias soup',
  'in:letters',
  'after:2020-08 tiktok',
  'what did tobias say about soup',
  'I would never ship a soup that I had not tasted',
  'kopi pelanggan',
  '2020',
  'xylograph',
];

describe.each(queries)('“%s”', (words) => {
  const ask = (of: Shop, offset: number, limit: number) => of.search.quotes({ words, offset, limit });

  test('joined from pages of three, is one page of fifty', async () => {
    const whole = await ask(shop, 0, 50);
    const joined = [];
    for (let offset = 0; offset < whole.total.count + 3; offset += 3) joined.push(...(await ask(shop, offset, 3)).hits);
    expect(joined).toEqual(whole.hits);
    expect(whole.hits).toHaveLength(whole.total.count);
    expect(new Set(whole.hits.map(({ segment }) => segment.id)).size).toBe(whole.hits.length);
  });

  test('does not depend on the order of imports', async () => {
    const { ms: _, looked: __, hits, ...told } = await ask(shop, 0, 50);
    for (const other of others) {
      const { ms: ___, looked: ____, hits: there, ...toldThere } = await ask(other, 0, 50);
      expect(toldThere).toEqual(told);
      expect(there.map(({ score }) => score)).toEqual(hits.map(({ score }) => score));
      const ids = (of: typeof hits) => of.map(({ segment, score }) => `${score} ${segment.id}`).sort();
      expect(ids(there)).toEqual(ids(hits));
    }
  });
});

// What search makes of a library that changes, or cannot be read, while it is asked.

import { expect, test } from 'vitest';
import { createSearch } from '../../src/search/create-search.ts';
import { openShop } from './shop-talk.ts';

test('a library that could not be read once is read again with the next question', async () => {
  const shop = await openShop();
  let isBusy = true;
  const search = createSearch({
    ...shop.library,
    stats: async () => {
      if (isBusy) throw new Error('the library is busy');
      return shop.library.stats();
    },
  });
  const ask = async () => (await search.quotes({ words: 'kettle', offset: 0, limit: 1 })).hits;
  await expect(ask()).rejects.toThrow('the library is busy');
  isBusy = false;
  expect(await ask()).toHaveLength(1);
  await shop.close();
});

test('what is gone by the time it is read does not lend its place to another', async () => {
  const shop = await openShop();
  const ask = async (gone: readonly number[]) => {
    const search = createSearch({
      ...shop.library,
      placed: async (segments) =>
        (await shop.library.placed(segments)).map((each, at) => (gone.includes(segments[at] ?? 0) ? undefined : each)),
    });
    return (await search.quotes({ words: 'tiktok', offset: 0, limit: 10 })).hits.map(({ segment }) => segment.id);
  };
  const all = await ask([]);
  // How each quote reads alone orders them.
  for (let segment = 1; segment <= 21; segment++) {
    const left = await ask([segment]);
    expect(left).toEqual(all.filter((id) => left.includes(id)));
  }
  await shop.close();
});

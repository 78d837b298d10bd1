// What search remembers of a library: read once, again after a change, and again after a failure.

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

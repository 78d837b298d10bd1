// Search in threads answers as the search does, and whoever asks goes on meanwhile.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { createSearch } from '../../src/search/create-search.ts';
import { searchInThreads, type ThreadedSearch } from '../../src/search/threads.ts';
import { episode, shopTalk } from './shop-talk.ts';

let folder: string;
let library: Library;
let threaded: ThreadedSearch;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verbatim-threads-'));
  const file = join(folder, 'library.db');
  library = await openLibrary(file, { access: 'write' });
  for (const record of shopTalk) await library.shelve(record);
  await library.settle();
  threaded = searchInThreads(file, 2);
});
afterAll(async () => {
  await threaded.close();
  await library.close();
  await rm(folder, { recursive: true, force: true });
});

describe('search in threads', () => {
  test('answers the same', async () => {
    const here = createSearch(library);
    const request = { words: 'kettle', offset: 0, limit: 3 };
    const { ms: _, looked: __, ...answer } = await threaded.quotes(request);
    expect(await here.quotes(request)).toMatchObject(answer);
    expect(await threaded.suggestQuotes('kett', {}, 3)).toEqual(await here.suggestQuotes('kett', {}, 3));
    expect(await threaded.speakers('nora', 3)).toEqual(await here.speakers('nora', 3));
    expect(await threaded.quote('no such segment')).toBeUndefined();
  });

  test('answers many at once', async () => {
    const words = ['kettle', 'tiktok', 'buttons', 'soup', 'kopi', 'drawer'];
    const answers = await Promise.all(words.map((word) => threaded.quotes({ words: word, offset: 0, limit: 1 })));
    answers.forEach(({ hits }, at) => {
      expect(hits[0]?.segment.text.toLowerCase()).toContain(words[at]);
    });
  });

  test('finds what was imported since', async () => {
    const podcast = { id: 'late', title: 'Late', language: 'en' };
    await library.shelve(episode(podcast, 1, 'Late', undefined, ['Nora Fielding: A xylophone stood in the rain.']));
    const { hits } = await threaded.quotes({ words: 'xylophone', offset: 0, limit: 1 });
    expect(hits[0]?.segment.text).toContain('xylophone');
  });

  test('of a library that cannot be opened fails, and does not hang', async () => {
    const broken = searchInThreads(join(folder, 'nowhere', 'library.db'), 1);
    await expect(broken.quotes({ words: 'kettle', offset: 0, limit: 1 })).rejects.toThrow(/no library|ended/);
    await broken.close();
  });
});

test('what is under way when the threads are ended fails, and nobody waits for ever', async () => {
  const ended = searchInThreads(join(folder, 'library.db'), 1);
  const underWay = ended.quotes({ words: 'kettle', offset: 0, limit: 3 });
  await Promise.all([expect(underWay).rejects.toThrow('ended before it answered'), ended.close()]);
});

// The library in a thread answers as the library does, and holds nobody up.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { libraryInThread } from '../../src/library/thread.ts';
import { makeFolder } from '../support/folder.ts';
import { record, said } from './record.ts';

const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
const entry = (key: string) => ({ key, value: { command: 'quote', options: { words: key } }, expiresAt: tomorrow });

test('answers as the library that it opens', async () => {
  const file = join(makeFolder(), 'library.db');
  const writer = await openLibrary(file, { access: 'write' });
  await writer.shelve(record('1', said('Ada', 'The lamp burns all night.', 'And all day.')));
  await writer.settle();
  const threaded = await libraryInThread(file);
  const page = { offset: 0, limit: 10 };
  expect(await threaded.episodes({}, page)).toEqual(await writer.episodes({}, page));
  expect(await threaded.speakers(page)).toEqual(await writer.speakers(page));
  expect(await threaded.segment('no such segment')).toBeUndefined();
  await threaded.close();
  await writer.close();
});

test('what a button means is in the file for everybody when the answer may go', async () => {
  const file = join(makeFolder(), 'library.db');
  const threaded = await libraryInThread(file);
  const other = await openLibrary(file, { access: 'read' });
  const keys = Array.from({ length: 50 }, (_, place) => `reply:${place}`);
  const seen = await Promise.all(
    keys.map(async (key) => {
      await threaded.putState([entry(key)]);
      return other.getState(key);
    }),
  );
  expect(seen).toEqual(keys.map((key) => entry(key).value));
  expect(await threaded.claimState('press', tomorrow)).toBe(true);
  expect(await threaded.claimState('press', tomorrow)).toBe(false);
  await other.close();
  await threaded.close();
});

test('what many answers set going is spread over as many rounds of the event loop', async () => {
  const threaded = await libraryInThread(join(makeFolder(), 'library.db'));
  let round = 0;
  let isOver = false;
  const count = (): void => {
    round++;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const rounds = await Promise.all(
    Array.from({ length: 20 }, async (_, place) => {
      if (place % 2 === 0) await threaded.podcasts();
      else await threaded.putState([entry(`reply:${place}`)]);
      return round;
    }),
  );
  isOver = true;
  expect(new Set(rounds).size).toBe(20);
  await threaded.close();
});

test('a file that is no library is told with its code and its mend', async () => {
  const file = join(makeFolder(), 'library.db');
  writeFileSync(file, 'These are words, not a library. '.repeat(100));
  await expect(libraryInThread(file)).rejects.toMatchObject({ code: 'library-invalid' });
});

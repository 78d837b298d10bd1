// Many write transactions in a row leave gaps: whoever else writes gets a turn before its patience ends.
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { makeFolder } from '../support/folder.ts';
import { record, said } from './record.ts';

test('removing many episodes lets another connection write in between', async () => {
  const file = join(makeFolder(), 'library.db');
  const one = await openLibrary(file, { access: 'write' });
  const other = await openLibrary(file, { access: 'write' });
  onTestFinished(() => Promise.all([one.close(), other.close()]).then(() => undefined));
  const ids = Array.from({ length: 20 }, (_, at) => `e${at}`);
  for (const id of ids) await one.shelve(record(id, said('Mira Sand', 'Hello.')));

  let removed = false;
  const removing = one.remove(ids).finally(() => {
    removed = true;
  });
  let turns = 0;
  while (!removed) {
    await other.claimState(`press ${turns++}`, new Date(Date.now() + 60_000));
    await setTimeout(1);
  }
  await removing;
  expect(turns).toBeGreaterThan(1);
});

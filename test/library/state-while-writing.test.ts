// Answers keep coming while another process writes the library: what buttons mean is kept without standing still.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connect } from '../../src/library/sqlite/connection.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { makeFolder } from '../support/folder.ts';

const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);

test('what a button means waits for another writer beside everything else, and is kept in the end', async () => {
  const file = join(makeFolder(), 'library.db');
  const library = await openLibrary(file, { access: 'write' });
  const writer = connect(file);
  writer.db.exec('begin immediate');

  const order: string[] = [];
  const kept = library
    .putState([{ key: 'button', value: { command: 'quote' }, expiresAt: tomorrow }])
    .then(() => order.push('kept'));
  const claimed = library.claimState('press', tomorrow).then((first) => order.push(`claimed: ${first}`));
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setTimeout(resolve, 10));
  order.push('the event loop went round');
  writer.db.exec('commit');
  await Promise.all([kept, claimed]);

  expect(order[0]).toBe('the event loop went round');
  expect(order).toContain('claimed: true');
  expect(await library.getState('button')).toEqual({ command: 'quote' });
  writer.close();
  await library.close();
});

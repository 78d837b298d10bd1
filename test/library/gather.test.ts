// Many who write at once: few writes, none lost, everybody told.
import { expect, test } from 'vitest';
import { gather } from '../../src/library/gather.ts';

test('who comes while a write is under way waits for the next one, together', async () => {
  const written: (readonly string[])[] = [];
  let finish = (): void => {};
  const put = gather<string>((entries) => {
    written.push(entries);
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  const first = put(['a', 'b']);
  await undefined;
  const others = [put(['c']), put(['d'])];
  await new Promise(setImmediate);
  expect(written).toEqual([['a', 'b']]);

  finish();
  await first;
  await new Promise(setImmediate);
  expect(written).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ]);
  finish();
  await Promise.all(others);
});

test('a write that fails is told to all who waited for it, and the next one goes on', async () => {
  let isFull = true;
  const written: string[] = [];
  const put = gather<string>(async (entries) => {
    if (isFull) throw new Error('the disk is full');
    written.push(...entries);
  });
  const told = await Promise.allSettled([put(['a']), put(['b'])]);
  expect(told.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isFull = false;
  await put(['c']);
  expect(written).toEqual(['c']);
});

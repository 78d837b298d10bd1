// What comes next is begun on while something is done with what came before, and nothing loses its place.

import { expect, test } from 'vitest';
import { ahead } from '../../src/ingest/ahead.ts';

const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('what is done is handed over together, in order, and never more is under way than it may', async () => {
  let underWay = 0;
  let most = 0;
  const work = async (item: number) => {
    most = Math.max(most, ++underWay);
    // Every third takes long, so that those behind it are done before it.
    await after(item % 3 === 0 ? 8 : 1);
    underWay--;
    return item;
  };
  const handed: (readonly number[])[] = [];
  for await (const results of ahead(Array.from({ length: 20 }).keys(), { most: 4 }, work)) handed.push(results);
  expect(handed.flat()).toEqual([...Array(20).keys()]);
  expect(most).toBe(4);
  expect(Math.max(...handed.map(({ length }) => length))).toBeGreaterThan(1);
});

test('a failure is told when its turn comes, and what else was begun is waited for', async () => {
  const ended: number[] = [];
  const work = async (item: number) => {
    await after(item === 2 ? 1 : 5);
    if (item === 2) throw new Error('no such item');
    ended.push(item);
    return item;
  };
  const seen: number[] = [];
  const run = async () => {
    for await (const results of ahead([0, 1, 2, 3], { most: 4 }, work)) seen.push(...results);
  };
  await expect(run()).rejects.toThrow('no such item');
  expect(seen).toEqual([0, 1]);
  expect(ended.sort()).toEqual([0, 1, 3]);
});

test('whoever looks meanwhile is heard between two results', async () => {
  let heard = 0;
  const timer = setInterval(() => heard++, 0);
  for await (const _ of ahead(Array.from({ length: 200 }).keys(), { most: 2 }, async (item) => item)) {
    // Work that never waits by itself.
    const until = performance.now() + 1;
    while (performance.now() < until);
  }
  clearInterval(timer);
  expect(heard).toBeGreaterThan(10);
});

test('large ones wait for room, and one that is larger than all the room is alone', async () => {
  const running = new Set<number>();
  const met: string[] = [];
  const work = async (size: number) => {
    running.add(size);
    met.push([...running].join('+'));
    await after(2);
    running.delete(size);
    return size;
  };
  const handed: number[] = [];
  const room = { size: 20, sizeOf: (size: number) => size };
  for await (const results of ahead([1, 8, 9, 30, 2, 3], { most: 4, room }, work)) handed.push(...results);
  expect(handed).toEqual([1, 8, 9, 30, 2, 3]);
  expect(met).toEqual(['1', '1+8', '1+8+9', '30', '2', '2+3']);
});

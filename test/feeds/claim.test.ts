// One process at a time checks a feed: for as long as its check takes, and not much longer where it was killed.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { claimFeed } from '../../src/feeds/claim.ts';
import { aLibrary } from './feeds.ts';

const feed = 'https://harbour.example.org/feed.xml';
const seconds = 1000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a long check keeps its claim to its end', async () => {
  const library = await aLibrary();
  const claim = await claimFeed(library, feed);
  for (let passed = 0; passed < 5 * 60; passed += 5) {
    await vi.advanceTimersByTimeAsync(5 * seconds);
    expect(await claimFeed(library, feed)).toBeUndefined();
  }
  await claim?.release();
  expect(await claimFeed(library, feed)).toBeDefined();
});

test('what a killed process has claimed is free after half a minute', async () => {
  const library = await aLibrary();
  await claimFeed(library, feed);
  // Nobody renews it any more.
  vi.clearAllTimers();
  await vi.advanceTimersByTimeAsync(29 * seconds);
  expect(await claimFeed(library, feed)).toBeUndefined();
  await vi.advanceTimersByTimeAsync(2 * seconds);
  expect(await claimFeed(library, feed)).toBeDefined();
});

// How long a feed is left alone on its own word, from a real server to the moment it is due again.

import { describe, expect, onTestFinished, test } from 'vitest';
import { checkFeed } from '../../src/feeds/check.ts';
import { createFetcher } from '../../src/fetch/create-fetcher.ts';
import { importFeed } from '../../src/ingest/feed.ts';
import { startFeedServer, type ToldShow } from '../support/feed-server.ts';
import { aFeed, aLibrary } from './feeds.ts';

const now = new Date('2026-03-01T12:00:00Z');

/** Minutes until it is due again, after each of so many checks. */
async function rests(show: ToldShow, checks: number): Promise<readonly number[]> {
  const server = await startFeedServer();
  server.feeds.set('/harbour.xml', show);
  const library = await aLibrary(aFeed({ address: `${server.url}/harbour.xml` }));
  const fetcher = createFetcher({ allow: [{ host: '127.0.0.1' }] });
  onTestFinished(() => fetcher.close());
  const rests: number[] = [];
  for (let check = 0; check < checks; check += 1) {
    const [before = aFeed()] = await library.feeds();
    const { feed } = await checkFeed(
      {
        library,
        read: (one, options) => importFeed(library, fetcher, one, options),
        now: () => now,
        chance: () => 0,
      },
      before,
    );
    rests.push((feed.dueAt.getTime() - now.getTime()) / 60_000);
  }
  expect(server.asked).toEqual(['GET /harbour.xml', ...Array(checks - 1).fill('GET /harbour.xml 304')]);
  return rests;
}

const show: ToldShow = { title: 'Harbour Lights', episodes: [{ guid: 'one', title: 'The silence' }] };

describe('a feed is left alone', () => {
  test.each<[string, Partial<ToldShow>, number]>([
    ['half an hour, where it says nothing', {}, 30],
    ['as long as its server says', { headers: { 'cache-control': 'public, max-age=7200' } }, 120],
    ['what is left of that', { headers: { 'cache-control': 'max-age=7200', age: '1800' } }, 90],
    ['half an hour, where that is less', { headers: { 'cache-control': 'max-age=60' } }, 30],
    ['half an hour, where it is not to be kept', { headers: { 'cache-control': 'no-cache, max-age=7200' } }, 30],
    ['as long as it says itself', { head: '<ttl>180</ttl>' }, 180],
    ['a day, where there will be no more episodes', { head: '<itunes:complete>Yes</itunes:complete>' }, 1440],
    ['a day at most', { head: '<ttl>525600</ttl>' }, 1440],
  ])('%s', async (_, facts, rest) => {
    expect(await rests({ ...show, ...facts }, 2)).toEqual([rest, rest]);
  });
});

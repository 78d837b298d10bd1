// The feeds that are followed, and episodes that wait for their transcript, in a real library file.

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FollowedFeed } from '../../src/library/feed-shelf.ts';
import type { Library } from '../../src/library/library.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';

let library: Library;
beforeEach(async () => {
  library = await openLibrary(join(mkdtempSync(join(tmpdir(), 'verbatim-')), 'library.db'), { access: 'write' });
});
afterEach(() => library.close());

const feed = (address: string, more: Partial<FollowedFeed> = {}): FollowedFeed => ({
  address,
  addedAt: new Date('2026-01-01'),
  dueAt: new Date('2026-01-02'),
  failures: 0,
  toldLog: false,
  toldPerson: false,
  ...more,
});

describe('followed feeds', () => {
  test('come back as they were put in, in the order in which they were added', async () => {
    const full = feed('https://b.example.org/feed.xml', {
      podcastId: 'p',
      title: 'Kettles',
      guid: 'g',
      etag: '"1"',
      lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT',
      restSeconds: 3600,
      checkedAt: new Date('2026-01-03'),
      answeredAt: new Date('2026-01-02'),
      failures: 2,
      failingSince: new Date('2026-01-03'),
      failure: 'it is away',
      toldLog: true,
      goneAt: new Date('2026-01-04'),
      toldPerson: true,
    });
    await library.putFeed(full);
    await library.putFeed(feed('https://a.example.org/feed.xml'));
    expect(await library.feeds()).toEqual([full, feed('https://a.example.org/feed.xml')]);
  });

  test('are replaced at their address, and leave it when they are removed', async () => {
    await library.putFeed(feed('https://a.example.org/'));
    await library.putFeed(feed('https://a.example.org/', { etag: '"2"' }));
    expect(await library.feeds()).toEqual([feed('https://a.example.org/', { etag: '"2"' })]);
    await library.removeFeed('https://a.example.org/');
    expect(await library.feeds()).toEqual([]);
  });

  test('keep their place when they move, and become one with a feed that is there already', async () => {
    await library.putFeed(feed('https://a.example.org/'));
    await library.putFeed(feed('https://b.example.org/'));
    await library.updateFeed(feed('https://b.example.org/', { etag: '"3"' }), 'https://a.example.org/');
    expect(await library.feeds()).toEqual([feed('https://b.example.org/', { etag: '"3"' })]);
  });

  test('are not brought back by a check that ends after they were removed', async () => {
    await library.putFeed(feed('https://a.example.org/'));
    expect(await library.updateFeed(feed('https://a.example.org/', { failures: 1 }))).toBe(true);
    await library.removeFeed('https://a.example.org/');
    expect(await library.updateFeed(feed('https://a.example.org/'))).toBe(false);
    expect(await library.feeds()).toEqual([]);
  });
});

test('an episode without a transcript is listed, and counted apart from those that can be quoted', async () => {
  const podcast = { id: 'p', title: 'Kettles' };
  const episode = { podcastId: 'p', language: 'en', links: {}, people: [], source: 'p/1' };
  const record = { podcast, origin: 'https://a.example.org/', contentHash: 'h' };
  await library.shelve({
    ...record,
    episode: {
      ...episode,
      id: 'e1',
      title: 'Said',
      chapters: [{ startSeconds: 0, title: 'Start' }],
      soundbites: [{ startSeconds: 1, durationSeconds: 2, title: 'Steam' }],
      transcript: 'machine-made',
    },
    segments: [{ text: 'Tea is hot.' }],
  });
  await library.shelve({
    ...record,
    episode: { ...episode, id: 'e2', title: 'Not yet', transcript: 'awaited' },
    segments: [],
  });
  expect(await library.stats()).toMatchObject({ episodes: 1, awaiting: 1, segments: 1 });
  const waiting = await library.episodes({ awaiting: true }, { offset: 0, limit: 5 });
  expect(waiting.items.map(({ episode: { id, transcript } }) => [id, transcript])).toEqual([['e2', 'awaited']]);
  expect((await library.episode('e1'))?.episode).toMatchObject({
    chapters: [{ startSeconds: 0, title: 'Start' }],
    soundbites: [{ startSeconds: 1, durationSeconds: 2, title: 'Steam' }],
    transcript: 'machine-made',
  });
});

// The thread that follows feeds: what takes it down costs the others nothing, and the bot not a beat.

import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createFollowing, type FollowingLimits } from '../../src/feeds/following.ts';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { startFeedServer } from '../support/feed-server.ts';
import { makeFolder } from '../support/folder.ts';
import { aFeed } from './feeds.ts';

const waiting = { timeout: 50_000, interval: 100 };

async function follow(limits: Partial<FollowingLimits>) {
  const libraryFile = join(makeFolder(), 'library.db');
  const library = await openLibrary(libraryFile, { access: 'write' });
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line).msg) });
  const settings = { libraryFile, fetchAllow: [{ host: '127.0.0.1' }, { host: 'localhost' }] };
  const following = createFollowing({ settings, log, limits });
  onTestFinished(async () => {
    await following.stop();
    await library.close();
  });
  return { library, following, lines };
}

describe('the thread that follows feeds', { timeout: 60_000 }, () => {
  test('dies of a feed that takes too much memory, and goes on with the others', async () => {
    const server = await startFeedServer();
    const walrus = { guid: 'one', title: 'The walrus', words: 'A walrus has moved into the lighthouse.' };
    server.feeds.set('/harbour.xml', { title: 'Harbour Lights', episodes: [walrus] });
    const much = '<item><title>And another one</title></item>'.repeat(25_000);
    server.feeds.set('/hungry.xml', { title: 'Hungry', episodes: [], head: much.repeat(40) });
    const { library, following, lines } = await follow({ mostMegabytes: 100, restartMs: 50 });
    await library.putFeed(aFeed({ address: `${server.url}/hungry.xml` }));
    await following.start();
    await vi.waitFor(async () => expect((await library.feeds())[0]?.failures).toBeGreaterThan(0), waiting);
    expect(lines).toContain('the thread that follows feeds came to harm');
    expect((await library.feeds())[0]?.failure).toMatch(/took more time or memory than it may/);

    await library.putFeed(aFeed({ address: `${server.url.replace('127.0.0.1', 'localhost')}/harbour.xml` }));
    await vi.waitFor(() => expect(lines).toContain('1 new episode of Harbour Lights'), waiting);
    await vi.waitFor(() => expect(following.health().detail).toBe('following 2 feeds'), waiting);
    expect(server.asked.filter((line) => line === 'GET /hungry.xml')).toHaveLength(1);
  });

  test('that does not move any more is ended and started anew', async () => {
    const { following, lines } = await follow({ silenceMs: 1, restartMs: 50 });
    await following.start();
    await vi.waitFor(() => expect(lines.filter((line) => /is ended$/.test(line)).length).toBeGreaterThan(1), waiting);
    expect(following.health()).toEqual({ ready: true, detail: 'not following feeds right now' });
  });

  test('that will not stop is cut off', async () => {
    const server = await startFeedServer();
    server.feeds.set('/slow.xml', () => undefined);
    const { library, following } = await follow({ graceMs: 0 });
    await library.putFeed(aFeed({ address: `${server.url}/slow.xml` }));
    await following.start();
    await vi.waitFor(() => expect(server.asked).toHaveLength(1), waiting);
    await following.stop();
    expect((await library.feeds())[0]).toEqual(aFeed({ address: `${server.url}/slow.xml` }));
  });
});

// The poller over a real library: who is asked, in what order, and how many at once.

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import type { ReadFeed } from '../../src/feeds/check.ts';
import { claimFeed } from '../../src/feeds/claim.ts';
import { type PollerOptions, pollFeeds } from '../../src/feeds/poller.ts';
import type { Line } from '../../src/feeds/told.ts';
import type { Library } from '../../src/library/library.ts';
import { aFeed, aLibrary, answering, aReport } from './feeds.ts';

const now = new Date('2026-03-01T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

function polling(library: Library, read: ReadFeed, more: Partial<PollerOptions> = {}) {
  const stopping = new AbortController();
  const lines: Line[] = [];
  const asked: string[] = [];
  const done = pollFeeds({
    library,
    read: (feed, options) => {
      asked.push(feed.address);
      return read(feed, options);
    },
    now: () => now,
    chance: () => 0.5,
    onLine: (line) => lines.push(line),
    onHealth: () => undefined,
    onUnderWay: () => undefined,
    signal: stopping.signal,
    lookEveryMs: 5,
    ...more,
  });
  const stop = async () => {
    stopping.abort();
    await done;
  };
  return { asked, lines, stop };
}

const at = (host: string, path = 'feed.xml') => `https://${host}.example.org/${path}`;

describe('polling', () => {
  test('asks what is due, and nothing else', async () => {
    const library = await aLibrary(
      aFeed({ address: at('due'), dueAt: ago(1), checkedAt: ago(60) }),
      aFeed({ address: at('rests'), dueAt: ago(-1), checkedAt: ago(60) }),
      aFeed({ address: at('gone'), dueAt: ago(1), goneAt: ago(60), toldLog: true }),
      aFeed({ address: at('new'), dueAt: ago(1000) }),
    );
    const { asked, lines, stop } = polling(library, answering({ report: aReport({ added: 2 }) }));
    await vi.waitFor(() => expect(lines).toHaveLength(2));
    await sleep(30);
    await stop();
    expect(asked.toSorted()).toEqual([at('due'), at('new')]);
  });

  test('sees a feed that another process has added', async () => {
    const library = await aLibrary();
    const { asked, stop } = polling(library, answering());
    await sleep(20);
    await library.putFeed(aFeed({ dueAt: now }));
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await stop();
  });

  test('asks one feed a host at a time, and of four hosts at once at most', async () => {
    const hosts = ['a', 'b', 'c', 'd', 'e', 'f'];
    const feeds = hosts.flatMap((host) => ['1', '2'].map((path) => aFeed({ address: at(host, path), dueAt: now })));
    const library = await aLibrary(...feeds);
    const underWay = new Set<string>();
    let most = 0;
    const { asked, stop } = polling(library, async (feed, options) => {
      const { host } = new URL(feed.address);
      expect(underWay).not.toContain(host);
      underWay.add(host);
      most = Math.max(most, underWay.size);
      await sleep(10);
      underWay.delete(host);
      return answering()(feed, options);
    });
    await vi.waitFor(() => expect(asked).toHaveLength(feeds.length));
    await stop();
    expect(new Set(asked).size).toBe(feeds.length);
    expect(most).toBe(4);
  });

  test('after a long pause gives late feeds their turns one after the other, the longest waiting first', async () => {
    const late = Array.from({ length: 40 }, (_, place) =>
      aFeed({ address: at(`late${place}`), dueAt: ago(600 + place), checkedAt: ago(700) }),
    );
    const library = await aLibrary(...late);
    const { asked, stop } = polling(library, answering());
    await vi.waitFor(async () => expect((await library.feeds()).every(({ dueAt }) => dueAt > now)).toBe(true));
    await stop();
    expect(asked).toEqual([]);
    const turns = (await library.feeds()).toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
    expect(turns.map(({ address }) => address)).toEqual(late.toReversed().map(({ address }) => address));
    const waits = turns.map(({ dueAt }) => (dueAt.getTime() - now.getTime()) / 1000);
    expect(waits).toEqual(late.map((_, place) => 2.5 + place * 5));
  });

  test('leaves alone what another process is checking', async () => {
    const library = await aLibrary(
      aFeed({ address: at('taken'), dueAt: now }),
      aFeed({ address: at('free'), dueAt: now }),
    );
    const claim = await claimFeed(library, at('taken'));
    const { asked, stop } = polling(library, answering());
    await vi.waitFor(() => expect(asked).toEqual([at('free')]));
    await claim?.release();
    await vi.waitFor(() => expect(asked).toEqual([at('free'), at('taken')]));
    await stop();
  });

  test('does not ask again what another process has checked just before', async () => {
    const feed = aFeed({ dueAt: now });
    const library = await aLibrary(feed);
    let claims = 0;
    const justBefore: Library = {
      ...library,
      claimState: async (...claim) => {
        claims += 1;
        await library.updateFeed({ ...feed, checkedAt: now, dueAt: ago(-30) });
        return library.claimState(...claim);
      },
    };
    const { asked, stop } = polling(justBefore, answering());
    await vi.waitFor(() => expect(claims).toBe(1));
    await stop();
    expect(asked).toEqual([]);
  });

  test('ends only when nothing is under way, and what was under way is due as before', async () => {
    const library = await aLibrary(aFeed({ dueAt: now }));
    let ended = false;
    const { asked, stop } = polling(library, async (feed, { signal }) => {
      await new Promise((resolve) => signal?.addEventListener('abort', resolve));
      await sleep(20);
      ended = true;
      return answering({ report: aReport({ stopped: true }) })(feed, {});
    });
    await vi.waitFor(() => expect(asked).toHaveLength(1));
    await stop();
    expect(ended).toBe(true);
    expect((await library.feeds())[0]?.dueAt).toEqual(now);
  });

  test('rests where the library cannot be written, and says so once', async () => {
    const library = await aLibrary(aFeed({ dueAt: now }));
    const full = { code: 'library-full', reason: 'The disk is full.' } as const;
    const { asked, lines, stop } = polling(library, answering({ report: aReport({ stopped: true, failed: [full] }) }));
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    await sleep(30);
    await stop();
    expect(lines).toEqual([{ level: 'error', text: 'feeds cannot be followed right now: The disk is full.' }]);
    expect(asked).toHaveLength(1);
  });
});

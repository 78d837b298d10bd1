// Asks the feeds that are due, again and again until it is told to stop.

import { setTimeout as sleep } from 'node:timers/promises';
import { VerbatimError } from '../errors.ts';
import type { FollowedFeed } from '../library/feed-shelf.ts';
import type { Library } from '../library/library.ts';
import { checkFeed, type ReadFeed } from './check.ts';
import { claimFeed } from './claim.ts';
import type { FeedsHealth } from './health.ts';
import { hostOf } from './rests.ts';
import { type Chance, isDue, isInTrouble, isLate, spreadOut } from './schedule.ts';
import { type Line, linesOf } from './told.ts';
import { tellTrouble } from './trouble.ts';

export interface PollerOptions {
  readonly library: Library;
  readonly read: ReadFeed;
  readonly now: () => Date;
  readonly chance: Chance;
  readonly onLine: (line: Line) => void;
  readonly onChecked?: () => void;
  readonly onHealth: (health: FeedsHealth) => void;
  /** The addresses that are being checked, whenever that changes. */
  readonly onUnderWay: (addresses: readonly string[]) => void;
  readonly signal: AbortSignal;
  /** How often the library is looked into: another process may have added a feed. Asks nobody. */
  readonly lookEveryMs?: number;
}

/** Feeds of so many hosts at once; of one host, one. */
const mostAtOnce = 4;
const afterTroubleMs = 60_000;

/** Resolves when it was told to stop and nothing is under way. */
export async function pollFeeds(options: PollerOptions): Promise<void> {
  const { library, now, chance, onLine, onHealth, onUnderWay, signal, lookEveryMs = 2_000 } = options;
  /** By host. */
  const underWay = new Map<string, { readonly address: string; readonly check: Promise<void> }>();
  let restUntilMs = 0;

  /** The library could not be read or written: it is tried again a little later. */
  const trouble = (error: unknown): void => {
    restUntilMs = now().getTime() + afterTroubleMs;
    const text = error instanceof VerbatimError ? error.message : error instanceof Error ? error.stack : undefined;
    onLine({ level: 'error', text: `feeds cannot be followed right now: ${text ?? error}` });
  };

  const look = async (): Promise<void> => {
    const feeds = await library.feeds();
    onHealth(healthOf(feeds, now()));
    for (const text of await tellTrouble(library, 'toldLog', now())) onLine({ level: 'warn', text });
    const late = feeds.filter((feed) => isLate(feed, now())).sort(longestWaitingFirst);
    if (late.length > mostAtOnce) await postpone(late);
    else start(feeds.filter((feed) => isDue(feed, now())).sort(longestWaitingFirst));
  };

  /** After a long pause nearly every feed is late: they get their turns one after the other. */
  const postpone = async (late: readonly FollowedFeed[]): Promise<void> => {
    const moments = spreadOut(late.length, now(), chance);
    for (const [place, feed] of late.entries()) {
      await library.updateFeed({ ...feed, dueAt: moments[place] ?? feed.dueAt });
    }
  };

  const start = (due: readonly FollowedFeed[]): void => {
    for (const feed of due) {
      const host = hostOf(feed.address);
      if (underWay.size >= mostAtOnce) return;
      if (underWay.has(host)) continue;
      const check = checkInTurn(options, feed)
        .catch(trouble)
        .finally(() => {
          underWay.delete(host);
          tellUnderWay();
        });
      underWay.set(host, { address: feed.address, check });
      tellUnderWay();
    }
  };

  const tellUnderWay = (): void => onUnderWay([...underWay.values()].map(({ address }) => address));

  while (!signal.aborted) {
    if (now().getTime() >= restUntilMs) await look().catch(trouble);
    await sleep(lookEveryMs, undefined, { signal }).catch(() => undefined);
  }
  await Promise.all([...underWay.values()].map(({ check }) => check));
}

async function checkInTurn(options: PollerOptions, feed: FollowedFeed): Promise<void> {
  const { library, signal, onLine, onChecked } = options;
  const claim = await claimFeed(library, feed.address);
  // Another process is at it; what it finds is in the library the next time.
  if (claim === undefined) return;
  try {
    // Asked again under the claim: another process may have checked it just now.
    const current = (await library.feeds()).find(({ address }) => address === feed.address);
    if (current === undefined || !isDue(current, options.now())) return;
    for (const line of linesOf(await checkFeed(options, current, { signal }))) onLine(line);
    onChecked?.();
  } finally {
    await claim.release();
  }
}

function healthOf(feeds: readonly FollowedFeed[], now: Date): FeedsHealth {
  const troubled = feeds.filter((feed) => isInTrouble(feed, now)).length;
  return { followed: feeds.length, troubled };
}

const longestWaitingFirst = (a: FollowedFeed, b: FollowedFeed): number => a.dueAt.getTime() - b.dueAt.getTime();

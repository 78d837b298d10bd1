// When a feed is asked next: functions of what happened, of the clock and of chance, and of nothing else.

import type { FollowedFeed } from '../library/feed-shelf.ts';

/** From 0 (inclusive) to 1 (exclusive), each as likely as the next: `Math.random`. */
export type Chance = () => number;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Between two answers lie at least this much and at most twice as much. */
const restMs = 30 * minuteMs;
/** What a server or a feed says of its own freshness is believed this far: years are said by mistake. */
const mostFreshMs = dayMs;
/** Back-off doubles up to here. */
const mostBackOffMs = dayMs;
/** A Retry-After is obeyed this far. */
const mostRetryAfterMs = 7 * dayMs;
/** A feed that should have been asked longer ago than this was kept from it: the program did not run, or the machine slept. */
const lateAfterMs = 5 * minuteMs;
/** Late feeds are asked this far from each other, and closer only where they would not all get their turn within the rest. */
const gapMs = 5_000;
const tellAfterMs = 3 * dayMs;

/** After an answer: not while the server or the feed says that there is nothing new. */
export function afterAnswer(now: Date, freshSeconds: number, chance: Chance): Date {
  const freshMs = Math.min(freshSeconds * 1000, mostFreshMs);
  return later(now, Math.max(restMs, freshMs) + chance() * restMs);
}

/** After the nth failure on end (from 1): twice as long as after the last one, and not before the server wants it. */
export function afterFailure(now: Date, failures: number, retryAfterSeconds: number | undefined, chance: Chance): Date {
  const backOffMs = Math.min(restMs * 2 ** (failures - 1), mostBackOffMs);
  const retryAfterMs = Math.min((retryAfterSeconds ?? 0) * 1000, mostRetryAfterMs);
  const jitter = chance();
  return later(
    now,
    Math.max((backOffMs * (1 + jitter)) / 2, retryAfterMs === 0 ? 0 : retryAfterMs + jitter * minuteMs),
  );
}

export function isDue(feed: FollowedFeed, now: Date): boolean {
  return feed.goneAt === undefined && feed.dueAt <= now;
}

/** Whether it should have been asked long ago. One that was never asked is new, and somebody waits for it. */
export function isLate(feed: FollowedFeed, now: Date): boolean {
  return isDue(feed, now) && feed.checkedAt !== undefined && now.getTime() - feed.dueAt.getTime() > lateAfterMs;
}

/** New moments for so many late feeds, ascending, so that they do not all run off at once. */
export function spreadOut(count: number, now: Date, chance: Chance): readonly Date[] {
  const step = Math.min(gapMs, restMs / count);
  return Array.from({ length: count }, (_, place) => later(now, Math.floor((place + chance()) * step)));
}

/** Whether somebody should hear of it: it is gone, or has failed for days. */
export function isInTrouble(feed: FollowedFeed, now: Date): boolean {
  if (feed.goneAt !== undefined) return true;
  return feed.failingSince !== undefined && now.getTime() - feed.failingSince.getTime() >= tellAfterMs;
}

const later = (moment: Date, ms: number): Date => new Date(moment.getTime() + ms);

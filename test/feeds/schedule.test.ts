// When feeds are asked: never earlier than allowed, never all at once, never further apart than a day by our own doing.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterAnswer, afterFailure, isDue, isInTrouble, isLate, spreadOut } from '../../src/feeds/schedule.ts';
import type { FollowedFeed } from '../../src/library/feed-shelf.ts';

const minutes = 60_000;
const hours = 60 * minutes;
const days = 24 * hours;
const now = new Date('2026-03-01T12:00:00Z');

const chance = fc.nat(999).map((thousandths) => () => thousandths / 1000);
const seconds = fc.integer({ min: 0, max: 400 * 24 * 3600 });
const msAfter = (moment: Date): number => moment.getTime() - now.getTime();
const ago = (ms: number): Date => new Date(now.getTime() - ms);

const feed = (more: Partial<FollowedFeed> = {}): FollowedFeed => ({
  address: 'https://shows.example.org/feed.xml',
  addedAt: now,
  dueAt: now,
  failures: 0,
  toldLog: false,
  toldPerson: false,
  ...more,
});

describe('after an answer', () => {
  test('it rests for 30 to 60 minutes', () => {
    fc.assert(
      fc.property(chance, (chance) => {
        const rest = msAfter(afterAnswer(now, 0, chance));
        expect(rest).toBeGreaterThanOrEqual(30 * minutes);
        expect(rest).toBeLessThan(60 * minutes);
      }),
    );
  });

  test('it rests for as long as the server says that there is nothing new, up to a day', () => {
    fc.assert(
      fc.property(seconds, chance, (freshSeconds, chance) => {
        const rest = msAfter(afterAnswer(now, freshSeconds, chance));
        expect(rest).toBeGreaterThanOrEqual(Math.min(freshSeconds * 1000, 1 * days));
        expect(rest).toBeLessThan(1 * days + 30 * minutes);
      }),
    );
  });

  test('feeds that were asked together come apart', () => {
    fc.assert(
      fc.property(fc.array(chance, { minLength: 2, maxLength: 50 }), (chances) => {
        const moments = chances.map((chance) => afterAnswer(now, 0, chance).getTime());
        expect(new Set(moments).size).toBe(new Set(chances.map((chance) => chance())).size);
      }),
    );
  });
});

describe('after a failure', () => {
  test('it waits at most a day, however often it has failed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), chance, (failures, chance) => {
        const wait = msAfter(afterFailure(now, failures, undefined, chance));
        expect(wait).toBeGreaterThanOrEqual(15 * minutes);
        expect(wait).toBeLessThanOrEqual(1 * days);
      }),
    );
  });

  test('it never waits less than after the failure before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), chance, chance, (failures, one, other) => {
        const earlier = msAfter(afterFailure(now, failures, undefined, one));
        const later = msAfter(afterFailure(now, failures + 1, undefined, other));
        const capped = 30 * minutes * 2 ** failures > 1 * days;
        if (!capped) expect(later).toBeGreaterThanOrEqual(earlier);
      }),
    );
  });

  test('a Retry-After is obeyed, up to a week', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), seconds, chance, (failures, retryAfterSeconds, chance) => {
        const wait = msAfter(afterFailure(now, failures, retryAfterSeconds, chance));
        expect(wait).toBeGreaterThanOrEqual(Math.min(retryAfterSeconds * 1000, 7 * days));
        expect(wait).toBeLessThanOrEqual(7 * days + 1 * minutes);
      }),
    );
  });
});

describe('after a long pause', () => {
  test('late feeds are spread: one in each gap, in their order, all within half an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.infiniteStream(chance), (count, chances) => {
        const moments = spreadOut(count, now, () => chances.next().value()).map(msAfter);
        const gap = Math.min(5_000, (30 * minutes) / count);
        expect(moments).toHaveLength(count);
        const astray = moments.filter((at, place) => at < Math.floor(place * gap) || at >= (place + 1) * gap);
        expect(astray).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  test.each<[string, Partial<FollowedFeed>, boolean]>([
    ['due a while ago', { dueAt: ago(6 * minutes), checkedAt: ago(1 * hours) }, true],
    ['due just now', { dueAt: ago(1 * minutes), checkedAt: ago(1 * hours) }, false],
    ['never asked: somebody waits for it', { dueAt: ago(1 * days) }, false],
    ['gone', { dueAt: ago(1 * days), checkedAt: ago(2 * days), goneAt: ago(2 * days) }, false],
  ])('late or not: %s', (_, facts, late) => {
    expect(isLate(feed(facts), now)).toBe(late);
  });
});

test.each<[string, Partial<FollowedFeed>, boolean]>([
  ['its moment is here', { dueAt: now }, true],
  ['its moment is still to come', { dueAt: new Date(now.getTime() + 1) }, false],
  ['it is gone for good', { dueAt: ago(1 * days), goneAt: ago(1 * days) }, false],
])('due or not: %s', (_, facts, due) => {
  expect(isDue(feed(facts), now)).toBe(due);
});

test.each<[string, Partial<FollowedFeed>, boolean]>([
  ['it answers', {}, false],
  ['it has failed for two days', { failingSince: ago(2 * days), failures: 9 }, false],
  ['it has failed for three days', { failingSince: ago(3 * days), failures: 9 }, true],
  ['it is gone since a moment ago', { goneAt: now }, true],
])('worth telling or not: %s', (_, facts, trouble) => {
  expect(isInTrouble(feed(facts), now)).toBe(trouble);
});

// When a transcript that could not be read is tried again: soon where a host was away, later where the transcript is at fault.

import { VerbatimError } from '../errors.ts';
import type { Retry } from '../library/library.ts';

const hourMs = 60 * 60 * 1000;
const longestMs = 7 * 24 * hourMs;

/** Twice as long after each failure, from an hour or half a day up to a week; never before the server allows it. */
export function retryAfter(error: unknown, before: Retry | undefined, now: Date): Retry {
  const failures = (before?.failures ?? 0) + 1;
  const firstMs = isPassing(error) ? hourMs : 12 * hourMs;
  const askedMs = error instanceof VerbatimError ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
  const waitMs = Math.min(longestMs, Math.max(askedMs, firstMs * 2 ** Math.min(failures - 1, 10)));
  return { failures, dueAt: new Date(now.getTime() + waitMs) };
}

/** Whether it is likely to be over soon, whatever the transcript is like. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof VerbatimError)) return false;
  const { code, status = 0 } = error;
  return code === 'unreachable' || code === 'unavailable' || status === 429 || status >= 500;
}

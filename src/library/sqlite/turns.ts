// Lets other writers in where transactions follow at once: whoever waits for the file asks every few milliseconds, and would
// never meet a gap.

import { setImmediate, setTimeout } from 'node:timers/promises';

/** For so long may transactions follow at once. */
const mostHeldMs = 250;
/** Twice as long as whoever waits lets pass before it asks again (see connection.ts). */
const gapMs = 10;

export interface Turns {
  /** To be waited for before each transaction. */
  next(): Promise<void>;
  /** To be called behind each. */
  ended(): void;
}

export function takeTurns(): Turns {
  /** When the transactions that follow at once began, and when the last of them ended. */
  let heldSince = 0;
  let endedAt = 0;
  return {
    async next() {
      // Transactions wait for nothing: who writes in this thread, or wants to stop this, must be heard as well.
      await setImmediate();
      if (performance.now() - endedAt > gapMs) heldSince = performance.now();
      if (performance.now() - heldSince < mostHeldMs) return;
      await setTimeout(gapMs);
      heldSince = performance.now();
    },
    ended() {
      endedAt = performance.now();
    },
  };
}

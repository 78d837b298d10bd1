// How late a process's event loop is, and how long its own work held the loop up: the rest is the system's, which gave the core
// to somebody else.

import { openSync, readSync } from 'node:fs';

export interface Lateness {
  /** What a timer was late by, in milliseconds: one in a hundred, and at most. */
  readonly lateP99: number;
  readonly lateMax: number;
  /** What the main thread itself did; `undefined` where the system does not tell (only Linux does). */
  readonly work?: Work;
}

/** In milliseconds on a core. */
interface Work {
  /** Between two rounds of timers: one in a hundred, and at most. */
  readonly heldP99: number;
  readonly heldMax: number;
  readonly totalMs: number;
}

export interface Watch {
  /** Starts anew. */
  begin(): void;
  end(): Lateness;
}

const everyMs = 1;

/** Watches this process's event loop. */
export function watchLoop(): Watch {
  const workedMs = openThreadClock();
  const late: number[] = [];
  const held: number[] = [];
  let at = 0;
  let worked = 0;
  let timer: NodeJS.Timeout | undefined;
  const look = (): void => {
    const now = performance.now();
    const done = workedMs?.() ?? 0;
    late.push(now - at - everyMs);
    held.push(done - worked);
    [at, worked] = [now, done];
  };
  const work = (): Work => ({
    heldP99: percentile(held, 0.99),
    heldMax: percentile(held, 1),
    totalMs: held.reduce((sum, ms) => sum + ms, 0),
  });
  return {
    begin: () => {
      [late.length, held.length] = [0, 0];
      [at, worked] = [performance.now(), workedMs?.() ?? 0];
      timer ??= setInterval(look, everyMs);
    },
    end: () => {
      clearInterval(timer);
      timer = undefined;
      return {
        lateP99: percentile(late, 0.99),
        lateMax: percentile(late, 1),
        ...(workedMs === undefined ? {} : { work: work() }),
      };
    },
  };
}

/** A clock that goes while the main thread works. https://docs.kernel.org/scheduler/sched-stats.html#proc-pid-schedstat */
function openThreadClock(): (() => number) | undefined {
  try {
    const file = openSync(`/proc/self/task/${process.pid}/schedstat`, 'r');
    const read = Buffer.alloc(64);
    return () => Number(read.toString('latin1', 0, readSync(file, read, 0, read.length, 0)).split(' ')[0]) / 1e6;
  } catch {
    return undefined;
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

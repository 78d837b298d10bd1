// Begins on what comes next while something is still being done with what came before.

import { setImmediate } from 'node:timers/promises';

export interface Ahead<T> {
  /** So many are under way at once, */
  readonly most: number;
  /** and no more than so large together, but for one that is larger by itself. */
  readonly room?: { readonly size: number; readonly sizeOf: (item: T) => number };
}

/** What `work` makes of each item, in their order: those that are done by now, and one at least. */
export async function* ahead<T, R>(
  items: Iterable<T>,
  { most, room }: Ahead<T>,
  work: (item: T) => Promise<R>,
): AsyncGenerator<readonly R[], void, undefined> {
  const rest = items[Symbol.iterator]();
  const underWay: { readonly promise: Promise<R>; readonly size: number; done?: { readonly result: R } }[] = [];
  let taken = 0;
  let next = rest.next();
  const begin = () => {
    while (!next.done && underWay.length < most) {
      const size = room?.sizeOf(next.value) ?? 0;
      if (room !== undefined && underWay.length > 0 && taken + size > room.size) return;
      const begun: (typeof underWay)[number] = { promise: work(next.value), size };
      underWay.push(begun);
      taken += size;
      begun.promise.then(
        (result) => {
          begun.done = { result };
        },
        // It is told when its turn comes.
        () => undefined,
      );
      next = rest.next();
    }
  };
  try {
    begin();
    while (underWay.length > 0) {
      await underWay[0]?.promise;
      // Others that are done wait to be heard.
      await setImmediate();
      const results: R[] = [];
      for (let first = underWay[0]; first?.done !== undefined; first = underWay[0]) {
        results.push(first.done.result);
        taken -= first.size;
        underWay.shift();
      }
      begin();
      yield results;
    }
  } finally {
    await Promise.allSettled(underWay.map(({ promise }) => promise));
  }
}

// Begins on what comes next while something is still being done with what came before.

import { setImmediate } from 'node:timers/promises';

/** What `work` makes of each item, in their order: those that are done by now, and one at least. So many are under way at once. */
export async function* ahead<T, R>(
  items: Iterable<T>,
  most: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<readonly R[], void, undefined> {
  const rest = items[Symbol.iterator]();
  const underWay: { readonly promise: Promise<R>; done?: { readonly result: R } }[] = [];
  const begin = () => {
    const next = rest.next();
    if (next.done) return;
    const begun: (typeof underWay)[number] = { promise: work(next.value) };
    underWay.push(begun);
    begun.promise.then(
      (result) => {
        begun.done = { result };
      },
      // It is told when its turn comes.
      () => undefined,
    );
  };
  try {
    for (let at = 0; at < most; at++) begin();
    while (underWay.length > 0) {
      await underWay[0]?.promise;
      // Others that are done wait to be heard.
      await setImmediate();
      const results: R[] = [];
      for (let done = underWay[0]?.done; done !== undefined; done = underWay[0]?.done) {
        results.push(done.result);
        underWay.shift();
      }
      for (const _ of results) begin();
      yield results;
    }
  } finally {
    await Promise.allSettled(underWay.map(({ promise }) => promise));
  }
}

// Begins on what comes next while something is still being done with what came before.

/** What `work` makes of each item, in their order; so many of them are under way at once. */
export async function* ahead<T, R>(
  items: Iterable<T>,
  most: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R, void, undefined> {
  const rest = items[Symbol.iterator]();
  const underWay: Promise<R>[] = [];
  const begin = () => {
    const next = rest.next();
    if (next.done) return;
    const begun = work(next.value);
    // It is told when its turn comes.
    begun.catch(() => undefined);
    underWay.push(begun);
  };
  try {
    for (let at = 0; at < most; at++) begin();
    for (let first = underWay.shift(); first !== undefined; first = underWay.shift()) {
      const done = await first;
      begin();
      yield done;
    }
  } finally {
    await Promise.allSettled(underWay);
  }
}

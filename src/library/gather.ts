// Writes of many who ask at once, gathered: while one is under way, others wait together and become the next one.

/**
 * `write` gets the entries of everybody who waits, in order, and is never called while it is under way. Where it fails, all who
 * waited for it hear so.
 */
export function gather<T>(write: (entries: readonly T[]) => Promise<void>): (entries: readonly T[]) => Promise<void> {
  let waiting: T[] = [];
  let next: Promise<void> | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  const begin = (): Promise<void> => {
    const entries = waiting;
    waiting = [];
    next = undefined;
    const written = write(entries);
    underWay = written.catch(() => {});
    return written;
  };
  return (entries) => {
    waiting.push(...entries);
    next ??= underWay.then(begin);
    return next;
  };
}

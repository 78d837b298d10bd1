// Lets the first of several like things in and turns the others away: a button pressed twice, an event sent again.

export interface Once {
  /** True for the first; the key is taken until `leave`, and for the window after it. */
  enter(key: string): boolean;
  leave(key: string): void;
}

export function createOnce(windowMs: number, now: () => number = Date.now): Once {
  const taken = new Map<string, number>();
  return {
    enter(key) {
      for (const [old, until] of taken) {
        if (until > now()) break;
        taken.delete(old);
      }
      if ((taken.get(key) ?? 0) > now()) return false;
      taken.set(key, Number.POSITIVE_INFINITY);
      return true;
    },
    leave(key) {
      // To the end, so that the map stays in the order in which its keys become free.
      taken.delete(key);
      taken.set(key, now() + windowMs);
    },
  };
}

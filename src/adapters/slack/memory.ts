// A memory that forgets: bounded in number and in time, so that it never grows with the life of the process.

export interface Memory<V> {
  get(key: string): V | undefined;
  /** `lifeMs`: for this one, instead of the usual. */
  set(key: string, value: V, lifeMs?: number): void;
}

export interface MemoryOptions {
  /** How many it holds; the oldest go first. */
  readonly most: number;
  readonly lifeMs: number;
  readonly now?: () => number;
}

export function createMemory<V>({ most, lifeMs, now = Date.now }: MemoryOptions): Memory<V> {
  const held = new Map<string, { readonly value: V; readonly untilMs: number }>();
  return {
    get(key) {
      const found = held.get(key);
      if (found === undefined || found.untilMs > now()) return found?.value;
      held.delete(key);
      return undefined;
    },
    set(key, value, life = lifeMs) {
      held.delete(key);
      held.set(key, { value, untilMs: now() + life });
      for (const oldest of held.keys()) {
        if (held.size <= most) break;
        held.delete(oldest);
      }
    },
  };
}

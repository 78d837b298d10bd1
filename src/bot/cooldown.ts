// How often one person may ask: so many times within a while, then a wait.

export interface Cooldown {
  /** Counts an ask. Answers the milliseconds to wait, or 0 where it is granted; a refused ask does not count. */
  ask(person: string): number;
}

export interface Allowance {
  readonly asks: number;
  readonly withinMs: number;
}

/** Above this many people at once, those who have long been quiet are forgotten. */
const mostRemembered = 10_000;

export function createCooldown({ asks, withinMs }: Allowance, now: () => number): Cooldown {
  const granted = new Map<string, readonly number[]>();

  function forgetQuiet(before: number): void {
    for (const [person, times] of granted) {
      if ((times.at(-1) ?? 0) <= before) granted.delete(person);
    }
  }

  return {
    ask(person) {
      const time = now();
      const recent = (granted.get(person) ?? []).filter((at) => at > time - withinMs);
      const oldest = recent[0];
      if (oldest !== undefined && recent.length >= asks) return oldest + withinMs - time;
      if (granted.size >= mostRemembered) forgetQuiet(time - withinMs);
      granted.set(person, [...recent, time]);
      return 0;
    },
  };
}

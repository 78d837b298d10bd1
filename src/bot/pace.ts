// How often one person may ask, by where they are: a chat is shared, a console is nearly one's own, a prompt is.

import type { Allowance } from './cooldown.ts';

export interface Pace {
  readonly asks: Allowance;
  /** Turning pages costs little and is fun; only a machine presses faster. */
  readonly presses: Allowance;
}

const withinMs = 10_000;

export const paces = {
  chat: { asks: { asks: 5, withinMs }, presses: { asks: 15, withinMs } },
  console: { asks: { asks: 30, withinMs }, presses: { asks: 60, withinMs } },
  prompt: { asks: { asks: Infinity, withinMs }, presses: { asks: Infinity, withinMs } },
} as const satisfies Readonly<Record<string, Pace>>;

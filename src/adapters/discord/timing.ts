// How long things may take, so that tests can be quicker than people.

import { limits } from './limits.ts';

export interface DiscordTiming {
  /** How long an answer may take before it is acknowledged instead. */
  readonly acknowledgeMs: number;
  readonly suggestMs: number;
  /** How long an answer may take at all. */
  readonly giveUpMs: number;
  /** Before trying again what failed by Discord's own trouble; the first alone where nothing was acknowledged yet. */
  readonly pausesMs: readonly number[];
  /** For how long after its answer the same press counts as the same. */
  readonly doublePressMs: number;
  /** How long the start waits for Discord; it is tried on after that. */
  readonly startMs: number;
  /** Before trying again to reach Discord; doubled each time, up to a minute. */
  readonly retryMs: number;
  /** How long answers under way may take once the adapter is told to stop. */
  readonly graceMs: number;
  /** How long a connection that is just being made may take to be made, before it is given up. */
  readonly leaveMs: number;
}

export const defaultTiming: DiscordTiming = {
  acknowledgeMs: limits.acknowledgeMs,
  suggestMs: limits.suggestMs,
  giveUpMs: limits.tokenLifeMs - 60_000,
  pausesMs: [250, 1_000, 4_000],
  doublePressMs: 500,
  startMs: 10_000,
  retryMs: 2_000,
  graceMs: 8_000,
  leaveMs: 1_000,
};

// Hearing Slack: everything is acknowledged, and what Slack sends again is worked on once.
// https://docs.slack.dev/interactivity/handling-user-interaction#acknowledgment_response

import type { Logger } from 'pino';
import { createMemory } from './memory.ts';
import { within } from './within.ts';

/** The connection that something came on. */
export interface Line {
  /** When it ended or was about to, in milliseconds since 1970. */
  readonly gone: Promise<number>;
}

/** Rejects where it cannot reach Slack. */
export type Acknowledge<T> = (answer?: T) => Promise<void>;

/** Something heard for the first time. */
export interface Hearing<T> {
  /** Whether it could be sent: where it could not, the answer still has another way. */
  acknowledge(answer?: T): Promise<boolean>;
}

/** Nothing for what was heard before: that is acknowledged here. `line`: over Socket Mode. */
export type Hear<T> = (id: string, acknowledge: Acknowledge<T>, line?: Line) => Promise<Hearing<T> | undefined>;

/** A connection that broke so soon after an acknowledgement was sent on it may have taken that along. */
const lostWithinMs = 5_000;
/** Slack may know sooner than we that a connection broke; the acknowledgement can wait for us to learn it. */
const learnWithinMs = 2_000;

export function createHearing<T>(log: Logger): Hear<T> {
  const heard = createMemory<ReturnType<typeof hear<T>>>({ most: 10_000, lifeMs: 5 * 60_000 });
  return async (id, acknowledge, line) => {
    const before = heard.get(id);
    if (before !== undefined) {
      await before.again(acknowledge, line);
      return undefined;
    }
    const hearing = hear(acknowledge, line, log);
    heard.set(id, hearing);
    return hearing;
  };
}

function hear<T>(first: Acknowledge<T>, firstLine: Line | undefined, log: Logger) {
  let latest = first;
  let line = firstLine;
  let done: { readonly answer: T | undefined; readonly atMs: number; readonly sent: Promise<boolean> } | undefined;
  return {
    acknowledge(answer?: T): Promise<boolean> {
      const sent = latest(answer).then(
        () => true,
        (error: unknown) => {
          log.debug({ err: error }, 'an acknowledgement did not reach Slack');
          return false;
        },
      );
      done = { answer, atMs: Date.now(), sent };
      return sent;
    },

    /** Over HTTP Slack has the acknowledgement or no use for it; over a socket it heard nothing, since a connection broke. */
    async again(acknowledge: Acknowledge<T>, on?: Line): Promise<void> {
      if (on === undefined) return acknowledge();
      if (done === undefined) {
        latest = acknowledge;
        line = on;
        return;
      }
      const { answer, atMs, sent } = done;
      const goneAtMs = line && (await sent) ? await within(line.gone, learnWithinMs) : undefined;
      await acknowledge(goneAtMs !== undefined && goneAtMs - atMs < lostWithinMs ? answer : undefined);
    },
  };
}

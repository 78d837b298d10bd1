// What buttons mean, kept where a restart does not lose it: each reply's calls under one short opaque id, for 7 days.

import { randomBytes } from 'node:crypto';
import type { StateStore } from '../library/library.ts';
import { mapPresses } from '../reply/map-presses.ts';
import type { Call, Reply, Visibility } from '../reply/reply.ts';
import type { Filed } from './filed.ts';
import type { Log } from './log.ts';

export const buttonDays = 7;
const buttonLifeMs = buttonDays * 24 * 60 * 60 * 1000;

/** Whose message the buttons stand on, and how it was asked. */
export interface Owner {
  /** The asker's id. */
  readonly person: string;
  readonly prefix: string;
}

export interface Opened {
  readonly call: Call;
  readonly owner: Owner;
  /** Who sees the message with the button. */
  readonly visibility: Visibility;
}

export interface Sessions {
  /** The reply with ids on its buttons, at most 32 characters each. */
  file(reply: Reply<Call>, owner: Owner): Promise<Reply<string>>;
  /** What a button means; `undefined` once it has expired or where it never was. */
  open(id: string): Promise<Opened | undefined>;
  /** True for the first press, false for those after. */
  claim(id: string): Promise<boolean>;
  /** The next press is the first again. */
  release(id: string): Promise<void>;
}

/** `<16 random characters>.<place in the reply>` */
const buttonId = /^([\w-]{16})\.(\d{1,3})$/;

const prunedEveryMs = 60 * 60 * 1000;

export function createSessions(state: StateStore, now: () => Date, log: Log): Sessions {
  const expiresAt = () => new Date(now().getTime() + buttonLifeMs);
  let prunedAt = now().getTime();

  /** Beside the answer, never before it. */
  function pruneNowAndThen(): void {
    const time = now();
    if (time.getTime() - prunedAt < prunedEveryMs) return;
    prunedAt = time.getTime();
    state.pruneState(time).catch((error) => log.warn({ err: error }, 'expired buttons could not be cleared away'));
  }

  return {
    async file(reply, owner) {
      const key = randomBytes(12).toString('base64url');
      const calls: Call[] = [];
      const withIds = mapPresses(reply, (one: Call) => `${key}.${calls.push(one) - 1}`);
      if (calls.length > 0) {
        const value: Filed = { owner, visibility: reply.visibility, calls };
        pruneNowAndThen();
        await state.putState([{ key: `reply:${key}`, value, expiresAt: expiresAt() }]);
      }
      return withIds;
    },
    async open(id) {
      const [, key, place] = buttonId.exec(id) ?? [];
      if (key === undefined) return undefined;
      // Loaded by the first press: one answer in a terminal starts without a schema library.
      const { readFiled } = await import('./filed.ts');
      const filed = readFiled(await state.getState(`reply:${key}`));
      const call = filed?.calls[Number(place)];
      return filed === undefined || call === undefined
        ? undefined
        : { call, owner: filed.owner, visibility: filed.visibility };
    },
    claim: (id) => state.claimState(`press:${id}`, expiresAt()),
    release: (id) => state.releaseState(`press:${id}`),
  };
}

// One process at a time checks a feed: a claim in the library that ends by itself where its holder was killed.

import { createHash } from 'node:crypto';
import type { StateStore } from '../library/library.ts';

/** A killed holder keeps others waiting this long at most; a living one renews in time. */
const leaseMs = 30_000;
const renewMs = 10_000;

export interface Claim {
  release(): Promise<void>;
}

/** `undefined` while somebody else checks the feed. */
export async function claimFeed(state: StateStore, address: string): Promise<Claim | undefined> {
  // Keys are not for secrets, and an address may hold some.
  const key = `feed:${createHash('sha256').update(address).digest('hex')}`;
  const claim = () => state.claimState(key, new Date(Date.now() + leaseMs));
  if (!(await claim())) return undefined;
  // Where another process came between, or the library was busy, both go on: two checks at once cost requests, and no more.
  let renewed: Promise<unknown> = Promise.resolve();
  const renew = () => {
    renewed = state
      .releaseState(key)
      .then(claim)
      .catch(() => undefined);
  };
  const renewal = setInterval(renew, renewMs).unref();
  return {
    release: async () => {
      clearInterval(renewal);
      await renewed;
      await state.releaseState(key);
    },
  };
}

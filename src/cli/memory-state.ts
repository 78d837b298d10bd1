// What buttons mean, for as long as a process lives: its numbers at a prompt end with it.

import type { StateStore } from '../library/library.ts';

export function createMemoryState(): StateStore {
  const values = new Map<string, unknown>();
  const claimed = new Set<string>();
  return {
    putState: async (entries) => {
      for (const { key, value } of entries) values.set(key, value);
    },
    getState: async (key) => values.get(key),
    claimState: async (key) => !claimed.has(key) && claimed.add(key).has(key),
    releaseState: async (key) => {
      claimed.delete(key);
    },
    pruneState: async () => {},
  };
}

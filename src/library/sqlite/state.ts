// Small values with an expiry: what buttons mean, and acts that happen once.

import type { StateStore } from '../library.ts';
import type { Connection } from './connection.ts';

export function createStateStore(connection: Connection): StateStore {
  return {
    async putState(entries) {
      if (entries.length === 0) return;
      const write = () => {
        for (const { key, value, expiresAt } of entries) {
          connection.run(
            `insert into state (key, value, expires_at) values (?, ?, ?)
             on conflict (key) do update set value = excluded.value, expires_at = excluded.expires_at`,
            key,
            JSON.stringify(value ?? null),
            expiresAt.getTime(),
          );
        }
      };
      await connection.withoutBlocking(() => connection.transaction(write));
    },

    async getState(key) {
      const found = connection.row<{ value: string }>(
        'select value from state where key = ? and expires_at > ?',
        key,
        Date.now(),
      );
      return found === undefined ? undefined : JSON.parse(found.value);
    },

    async claimState(key, expiresAt) {
      const { changes } = await connection.withoutBlocking(() =>
        connection.run(
          `insert into claim (key, expires_at) values (?, ?)
           on conflict (key) do update set expires_at = excluded.expires_at where expires_at <= ?`,
          key,
          expiresAt.getTime(),
          Date.now(),
        ),
      );
      return changes === 1;
    },

    async releaseState(key) {
      await connection.withoutBlocking(() => connection.run('delete from claim where key = ?', key));
    },

    async pruneState(now) {
      for (const table of ['state', 'claim']) {
        await connection.withoutBlocking(() =>
          connection.run(`delete from ${table} where expires_at <= ?`, now.getTime()),
        );
      }
    },
  };
}

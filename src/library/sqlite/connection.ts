// One open library file: cached statements, short write transactions, and SQLite's errors told in Verbatim's words.

import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import Database from 'libsql';
import { VerbatimError } from '../../errors.ts';
import { explain } from './failure.ts';

export type Value = string | number | null | Uint8Array;
export type { Database };

export interface Connection {
  readonly file: string;
  /** The driver's own handle, for the word index. */
  readonly db: Database.Database;
  /** All rows, each an object by column name. `Row` is what the statement selects. */
  rows<Row>(sql: string, ...values: readonly Value[]): Row[];
  /** The first row, or `undefined`. */
  row<Row>(sql: string, ...values: readonly Value[]): Row | undefined;
  /** Runs a statement that writes; answers how many rows changed and the last row's number. */
  run(sql: string, ...values: readonly Value[]): { readonly changes: number; readonly lastRow: number };
  /** Runs `work` whole or not at all. Waits for another writer up to the busy timeout, then throws `library-busy`. */
  transaction<T>(work: () => T): T;
  /**
   * As `work` alone, but while another process writes it tries again beside everything else instead of standing still:
   * for what happens while people wait for answers. @throws VerbatimError `library-busy` after the same time.
   */
  withoutBlocking<T>(work: () => T): Promise<T>;
  close(): void;
}

/** How long one writer waits for another; each holds the file for some episodes at most. */
const busyTimeoutMs = 5000;
const retryMs = 5;

/**
 * @param how `atRest`: nobody writes to the file, and it is read without locks or a log (https://sqlite.org/uri.html#uriimmutable).
 * @throws VerbatimError when the file cannot be opened.
 */
export function connect(file: string, how: { readonly atRest?: boolean } = {}): Connection {
  const told = <T>(act: () => T): T => {
    try {
      return act();
    } catch (error) {
      throw explain(error, file);
    }
  };

  // Whole, as the driver reads some names otherwise: `:memory:` would be lost with the process, `file:x` be another file.
  const name = how.atRest ? `${pathToFileURL(file).href}?immutable=1` : resolve(file);
  const db = told(() => new Database(name, { timeout: busyTimeoutMs }));
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = db.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  // The one place that takes the driver's word for a row's shape: the columns are named in the statement beside the type.
  const rows = <Row>(sql: string, ...values: readonly Value[]): Row[] =>
    told(() => prepared(sql).all(...values) as Row[]);

  return {
    file,
    db,
    rows,
    row: <Row>(sql: string, ...values: readonly Value[]) => rows<Row>(sql, ...values)[0],
    run: (sql, ...values) =>
      told(() => {
        const { changes, lastInsertRowid } = prepared(sql).run(...values);
        return { changes, lastRow: Number(lastInsertRowid) };
      }),
    transaction: (work) =>
      told(() => {
        db.exec('begin immediate');
        try {
          const result = work();
          db.exec('commit');
          return result;
        } catch (error) {
          // A full disk rolls back by itself; a second rollback would hide the reason.
          if (db.inTransaction) db.exec('rollback');
          throw error;
        }
      }),
    async withoutBlocking(work) {
      const deadline = Date.now() + busyTimeoutMs;
      for (;;) {
        // The driver is synchronous: a wait inside SQLite would hold up every other answer and heartbeat.
        db.exec('pragma busy_timeout = 0');
        try {
          return told(work);
        } catch (error) {
          const busy = error instanceof VerbatimError && error.code === 'library-busy';
          if (!busy || Date.now() >= deadline) throw error;
        } finally {
          db.exec(`pragma busy_timeout = ${busyTimeoutMs}`);
        }
        await sleep(retryMs);
      }
    },
    close: () => {
      if (!db.open) return;
      try {
        // The driver frees statements when they are collected, so SQLite does not see the last connection go: the log is
        // moved into the file here, as far as nobody else is reading it.
        db.exec('pragma busy_timeout = 0');
        db.exec('pragma wal_checkpoint(truncate)');
      } catch {
        // Nothing is lost: the next one to open the file reads the log.
      }
      statements.clear();
      db.close();
    },
  };
}

/** A row that the statement cannot but answer. */
export function expected<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('The library did not answer the row it has just written.');
  return row;
}

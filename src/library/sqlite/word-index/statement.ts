// Prepared statements with the shape of their rows: the one place that takes the driver's word for it.

import type Database from 'libsql';

export type Value = string | number | null | Uint8Array;

export interface Statement<Row> {
  all(...values: readonly Value[]): Row[];
  get(...values: readonly Value[]): Row | undefined;
  /** Answers the number of the last row that was added. */
  run(...values: readonly Value[]): number;
}

/** Prepared when first used: most runs of the program need few of them. */
export function statement<Row = never>(db: Database.Database, sql: string): Statement<Row> {
  let ready: Database.Statement | undefined;
  const prepared = (): Database.Statement => {
    ready ??= db.prepare(sql);
    return ready;
  };
  return {
    all: (...values) => prepared().all(...values) as Row[],
    get: (...values) => prepared().all(...values)[0] as Row | undefined,
    run: (...values) => Number(prepared().run(...values).lastInsertRowid),
  };
}

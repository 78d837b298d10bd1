// Adds many rows with few calls into the driver: one for each row takes nearly twice as long.

import type { Connection, Value } from './connection.ts';

/** More at once gains nothing. */
const rowsAtOnce = 16;

export function insertRows(
  connection: Connection,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): void {
  const row = `(${columns.map(() => '?').join(', ')})`;
  const insert = `insert into ${table} (${columns.join(', ')}) values `;
  const many = insert + Array(rowsAtOnce).fill(row).join(', ');
  let at = 0;
  for (; at + rowsAtOnce <= rows.length; at += rowsAtOnce) {
    connection.run(many, ...rows.slice(at, at + rowsAtOnce).flat());
  }
  for (const last of rows.slice(at)) connection.run(insert + row, ...last);
}

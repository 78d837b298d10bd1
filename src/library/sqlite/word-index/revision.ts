// Tells whoever keeps something of a library in memory that it has changed, and who has changed it.

import type Database from 'libsql';
import { statement } from './statement.ts';

/** The revision up to which each file was changed by this connection alone, since it was watched. */
const ours = new WeakMap<Database.Database, number>();

/** To be called in every transaction that changes what search may have remembered. */
export function revise(db: Database.Database): void {
  const next = statement<{ revision: number }>(
    db,
    'update word_index set revision = revision + 1 returning revision',
  ).get()?.revision;
  if (next !== undefined && ours.get(db) === next - 1) ours.set(db, next);
}

function revisionOf(db: Database.Database): number {
  return statement<{ revision: number }>(db, 'select revision from word_index').get()?.revision ?? 0;
}

/** From now on `isOursAlone` tells whether somebody else has changed the library. */
export function watch(db: Database.Database): void {
  ours.set(db, revisionOf(db));
}

export function isOursAlone(db: Database.Database): boolean {
  return ours.get(db) === revisionOf(db);
}

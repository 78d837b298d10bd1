// Opens the library file: makes it where it may be made, refuses what is no library, and takes the steps it still lacks.

import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { VerbatimError } from '../../errors.ts';
import { commandLine } from '../../text/command-line.ts';
import type { Library } from '../library.ts';
import { type Connection, connect } from './connection.ts';
import { createDesk } from './desk.ts';
import { explain, notALibrary } from './failure.ts';
import { createFeedShelf } from './feeds.ts';
import { applicationId, migrations } from './migrations.ts';
import { createShelves } from './shelves.ts';
import { createStateStore } from './state.ts';
import { createWordIndex, settleSome } from './word-index.ts';

export interface LibraryAccess {
  /** `read` never changes the file (but takes a newer Verbatim's schema steps); `write` makes it where it is missing. */
  readonly access: 'read' | 'write';
}

/**
 * Opens a library file; several processes may have it open at once, and one of them write.
 * @throws VerbatimError `missing` (access `read`), `library-invalid`, `library-newer`, `library-full`, `library-busy` or
 * `unreadable`, each with the mend.
 */
export async function openLibrary(file: string, { access }: LibraryAccess): Promise<Library> {
  const fresh = isFresh(file);
  if (fresh && access === 'read') {
    throw new VerbatimError(
      'missing',
      `There is no library at ${file} yet. Make one with: ${commandLine('import FOLDER')}`,
      { file },
    );
  }
  if (fresh) makeFolder(file);

  const connection = access === 'read' ? openToRead(file) : openPrepared(file, fresh);
  return {
    ...createShelves(connection),
    ...createDesk(connection),
    ...createFeedShelf(connection),
    ...createStateStore(connection),
    ...createWordIndex(connection.db),
    close: async () => connection.close(),
  };
}

/**
 * True where there is nothing yet. Only asked of the file system, never read: closing a file drops every lock that this
 * process holds on it (https://sqlite.org/howtocorrupt.html#_posix_advisory_locks_canceled_by_a_separate_thread_doing_close_).
 */
function isFresh(file: string): boolean {
  try {
    return statSync(file).size === 0;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return true;
    throw explain(error, file);
  }
}

/** Everything that was written is in the file itself: there is no log beside it, or an empty one. */
function isAtRest(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0;
}

function makeFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (cause) {
    throw new VerbatimError('unreadable', `The folder of ${file} cannot be made. Check that you may write there.`, {
      cause,
      file,
    });
  }
}

function openToRead(file: string): Connection {
  const connection = openReadable(file);
  connection.db.exec('pragma query_only = on');
  // Each search thread is a reader: with a quarter of the writer's pages they answer as fast, for the system keeps the file.
  connection.db.exec('pragma cache_size = -4000');
  return connection;
}

/** Readers too write beside the file, who reads what; where they may not, a file at rest is read as it lies there. */
function openReadable(file: string): Connection {
  try {
    return openPrepared(file, false);
  } catch (error) {
    const barred = error instanceof VerbatimError && error.code === 'unreadable';
    if (!barred || !isAtRest(file)) throw error;
    return openPrepared(file, false, { atRest: true });
  }
}

function openPrepared(file: string, fresh: boolean, how: { readonly atRest?: boolean } = {}): Connection {
  const connection = connect(file, how);
  try {
    prepare(connection, fresh);
    return connection;
  } catch (error) {
    connection.close();
    throw explain(error, file);
  }
}

function prepare(connection: Connection, fresh: boolean): void {
  const { db, file } = connection;
  // The first write of all, and before WAL: from then on the file says whose it is. Of another's file nothing is changed.
  if (fresh) db.exec(`pragma application_id = ${applicationId}`);
  if (numberOf(connection, 'application_id') !== applicationId) throw notALibrary(file);
  if (numberOf(connection, 'user_version') > migrations.length) {
    throw new VerbatimError(
      'library-newer',
      `${file} was written by a newer Verbatim. Update Verbatim, or name another file with --library or LIBRARY.`,
      { file },
    );
  }
  db.exec('pragma journal_mode = wal');
  // Safe against a killed process; a power cut may lose the last commits, never the file's wholeness.
  db.exec('pragma synchronous = normal');
  db.exec('pragma foreign_keys = on');
  // 16 MB of pages in memory, and as much log before it is moved into the file: measured, an import takes a fifth less.
  db.exec('pragma cache_size = -16000');
  db.exec('pragma wal_autocheckpoint = 4000');
  if (numberOf(connection, 'user_version') === migrations.length) return;
  connection.transaction(() => {
    // Asked again inside: another process may have taken the steps meanwhile.
    for (const step of migrations.slice(numberOf(connection, 'user_version'))) db.exec(step);
    db.exec(`pragma user_version = ${migrations.length}`);
    // What a step has left to be made anew: until then less would be found.
    while (settleSome(db));
  });
}

function numberOf(connection: Connection, name: 'application_id' | 'user_version'): number {
  return connection.row<Record<typeof name, number>>(`pragma ${name}`)?.[name] ?? 0;
}

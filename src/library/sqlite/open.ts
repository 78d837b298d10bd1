// Opens the library file: makes it where it may be made, refuses what is no library, and takes the steps it still lacks.

import { closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { VerbatimError } from '../../errors.ts';
import type { Library } from '../library.ts';
import { type Connection, connect } from './connection.ts';
import { createDesk } from './desk.ts';
import { explain } from './failure.ts';
import { applicationId, migrations } from './migrations.ts';
import { createShelves } from './shelves.ts';
import { createStateStore } from './state.ts';
import { createWordIndex } from './word-index.ts';

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
      `There is no library at ${file} yet. Make one with: npm run -s verbatim -- import FOLDER`,
      { file },
    );
  }
  if (fresh) makeFolder(file);

  const connection = connect(file);
  try {
    prepare(connection, fresh);
    if (access === 'read') connection.db.exec('pragma query_only = on');
  } catch (error) {
    connection.close();
    throw explain(error, file);
  }
  return {
    ...createShelves(connection),
    ...createDesk(connection),
    ...createStateStore(connection),
    ...createWordIndex(connection.db),
    close: async () => connection.close(),
  };
}

/** True where there is nothing yet. Reads the header itself, so that another program's file is not even touched. */
function isFresh(file: string): boolean {
  const header = readHeader(file);
  if (header.length === 0) return true;
  const known =
    header.length === 100 &&
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
    header.readUInt32BE(68) === applicationId;
  if (!known) {
    throw new VerbatimError(
      'library-invalid',
      `${file} is not a Verbatim library. Name another file with --library or LIBRARY.`,
      { file },
    );
  }
  return false;
}

/** The first 100 bytes (https://sqlite.org/fileformat.html#the_database_header), fewer where there are no more. */
function readHeader(file: string): Buffer {
  try {
    const handle = openSync(file, 'r');
    try {
      const header = Buffer.alloc(100);
      return header.subarray(0, readSync(handle, header, 0, 100, 0));
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return Buffer.alloc(0);
    throw new VerbatimError('unreadable', `${file} cannot be read. Check that it is a file and that you may read it.`, {
      cause,
      file,
    });
  }
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

function prepare(connection: Connection, fresh: boolean): void {
  const { db, file } = connection;
  // The first write of all, and before WAL: from then on the file's own header says whose it is.
  if (fresh) db.exec(`pragma application_id = ${applicationId}`);
  db.exec('pragma journal_mode = wal');
  // Safe against a killed process; a power cut may lose the last commits, never the file's wholeness.
  db.exec('pragma synchronous = normal');
  db.exec('pragma foreign_keys = on');
  // 16 MB of pages in memory, and as much log before it is moved into the file: measured, an import takes a fifth less.
  db.exec('pragma cache_size = -16000');
  db.exec('pragma wal_autocheckpoint = 4000');
  if (versionOf(connection) < migrations.length) {
    // Asked again inside: another process may have taken the steps meanwhile.
    connection.transaction(() => {
      migrations.slice(versionOf(connection)).forEach((step) => {
        db.exec(step);
      });
      db.exec(`pragma user_version = ${Math.max(versionOf(connection), migrations.length)}`);
    });
  }
  if (versionOf(connection) > migrations.length) {
    throw new VerbatimError(
      'library-newer',
      `${file} was written by a newer Verbatim. Update Verbatim, or name another file with --library or LIBRARY.`,
      { file },
    );
  }
}

function versionOf(connection: Connection): number {
  return connection.row<{ user_version: number }>('pragma user_version')?.user_version ?? 0;
}

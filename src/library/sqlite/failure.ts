// What SQLite reports, as a sentence that names the library file and the mend.

import { type ErrorCode, VerbatimError } from '../../errors.ts';

const sentences: readonly (readonly [code: RegExp, ErrorCode, (file: string) => string])[] = [
  [
    /^SQLITE_FULL|^SQLITE_IOERR_(WRITE|SHMSIZE)/,
    'library-full',
    (file) => `No room left on the disk of ${file}. Free some, then import again: what was kept is whole.`,
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'library-busy',
    (file) => `Another process is writing to ${file} and did not finish in time. Try again in a moment.`,
  ],
  [
    /^SQLITE_CORRUPT/,
    'library-invalid',
    (file) => `${file} is damaged. Move it away and import your transcripts again, or restore a backup.`,
  ],
  [
    /^SQLITE_READONLY/,
    'unreadable',
    (file) => `${file} cannot be written. Check the permissions of the file and its folder.`,
  ],
];

/** @returns a VerbatimError; one that already is stays as it is, an unknown failure keeps its cause. */
export function explain(error: unknown, file: string): Error {
  if (error instanceof VerbatimError) return error;
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code === 'SQLITE_NOTADB') return notALibrary(file, error);
  for (const [pattern, told, sentence] of sentences) {
    if (pattern.test(code)) return new VerbatimError(told, sentence(file), { cause: error, file });
  }
  if (error instanceof Error && (/ConnectionFailed/.test(error.message) || /^E[A-Z]+$/.test(code))) {
    return new VerbatimError(
      'unreadable',
      `${file} cannot be opened. Check that it is a file and that you may read and write it and its folder.`,
      { cause: error, file },
    );
  }
  return error instanceof Error ? error : new Error(String(error), { cause: error });
}

export function notALibrary(file: string, cause?: unknown): VerbatimError {
  return new VerbatimError(
    'library-invalid',
    `${file} is not a Verbatim library. Name another file with --library or LIBRARY.`,
    { cause, file },
  );
}

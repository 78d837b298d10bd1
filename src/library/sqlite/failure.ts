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
    (file) =>
      `${file} cannot be written. Check the permissions of the file and its folder: whoever runs Verbatim has to own both (chown).`,
  ],
];

/** The driver has no name for newer codes and gives their number; its last byte is the code they refine (https://sqlite.org/rescode.html#pve). */
const primaryCodes: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  26: 'SQLITE_NOTADB',
};

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  const number = /^UNKNOWN_SQLITE_ERROR_(\d+)$/.exec(code)?.[1];
  return (number === undefined ? undefined : primaryCodes[Number(number) & 0xff]) ?? code;
}

/** @returns a VerbatimError; one that already is stays as it is, an unknown failure keeps its cause. */
export function explain(error: unknown, file: string): Error {
  if (error instanceof VerbatimError) return error;
  const code = codeOf(error);
  if (code === 'SQLITE_NOTADB') return notALibrary(file, error);
  for (const [pattern, told, sentence] of sentences) {
    if (pattern.test(code)) return new VerbatimError(told, sentence(file), { cause: error, file });
  }
  if (error instanceof Error && (/ConnectionFailed/.test(error.message) || /^(E[A-Z]+$|SQLITE_CANTOPEN)/.test(code))) {
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

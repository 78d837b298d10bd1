// The one error class: a code from a closed list, a sentence for people, and the cause for the log.

export type ErrorCode =
  | 'usage' // the command line was wrong
  | 'configuration' // a variable is missing or wrong
  | 'missing' // a file or folder that was named is not there
  | 'unreadable' // it is there and cannot be read
  | 'too-large' // it is bigger than Verbatim reads
  | 'unknown-format' // no transcript format fits
  | 'malformed' // the format is known and the content breaks it
  | 'library-invalid' // the file is no library
  | 'library-newer' // a newer Verbatim wrote it
  | 'library-full' // no room left on the disk
  | 'library-busy' // another process is writing
  | 'port-taken' // something else listens there
  | 'forbidden-address' // an address that Verbatim does not ask: no http(s), or inside a private network
  | 'unreachable' // nobody answered there: name, connection, encryption, time
  | 'bad-response' // somebody answered with an error, or with something else than what was asked for
  | 'unavailable'; // a part that is needed did not answer

export interface ErrorOptions {
  readonly cause?: unknown;
  /** The file it is about, as the user named it. */
  readonly file?: string;
  /** The line within the file, from 1. */
  readonly line?: number;
  /** The HTTP status that was answered, and in how many seconds one may ask again. */
  readonly status?: number;
  readonly retryAfterSeconds?: number;
}

/** `message` is one kind, useful sentence that names the culprit and the mend. */
export class VerbatimError extends Error {
  override readonly name = 'VerbatimError';
  readonly code: ErrorCode;
  readonly file?: string;
  readonly line?: number;
  readonly status?: number;
  readonly retryAfterSeconds?: number;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    if (options.file !== undefined) this.file = options.file;
    if (options.line !== undefined) this.line = options.line;
    if (options.status !== undefined) this.status = options.status;
    if (options.retryAfterSeconds !== undefined) this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

// Reads one transcript file as text, and tells what keeps it from being read.

import { readFileSync, statSync } from 'node:fs';
import { VerbatimError } from '../errors.ts';
import { isSound } from './passed-over.ts';
import { largestTranscriptBytes, transcriptText } from './transcript-text.ts';

/** @throws VerbatimError `missing`, `unreadable`, `too-large`, `malformed` (empty) or `unknown-format` (no text). */
export async function readTranscriptFile(path: string, file = path): Promise<string> {
  const info = look(path, file);
  if (isSound(path)) {
    const mend = 'Transcribe it first (whisper does), and import the transcript.';
    throw new VerbatimError('unknown-format', `${file} is sound, not text. ${mend}`, { file });
  }
  // A device or a pipe may never end.
  if (!info.isFile()) throw unreadable(info.isDirectory() ? 'it is a folder' : 'it is no file', file);
  if (info.size > largestTranscriptBytes) {
    const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
    throw new VerbatimError(
      'too-large',
      `${file} has ${megabytes(info.size)} MB; Verbatim reads transcripts up to ${megabytes(largestTranscriptBytes)} MB. ` +
        'Split it by episode.',
      { file },
    );
  }
  try {
    // At once: whoever imports is busy writing between two steps of reading, and the next transcript would come late.
    return transcriptText(readFileSync(path), file);
  } catch (error) {
    throw error instanceof VerbatimError ? error : unreadable(error, file);
  }
}

/** @throws VerbatimError `missing` or `unreadable`. */
export function look(path: string, file = path) {
  try {
    return statSync(path);
  } catch (error) {
    if (isGone(error)) {
      throw new VerbatimError('missing', `${file} is not there. Check the spelling and the folder you are in.`, {
        cause: error,
        file,
      });
    }
    throw unreadable(error, file);
  }
}

/** In bytes; 0 where nothing can be read: what keeps it from being read is told when it is. */
export function sizeOf(path: string): number {
  try {
    return look(path).size;
  } catch {
    return 0;
  }
}

/** True for the errors that say: nothing is there. */
export function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

export function unreadable(cause: unknown, file: string): VerbatimError {
  const reason =
    cause instanceof Error && 'code' in cause ? (reasons[String(cause.code)] ?? cause.message) : String(cause);
  return new VerbatimError('unreadable', `${file} cannot be read: ${reason}.`, { cause, file });
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not read it; check its permissions',
  EPERM: 'you may not read it; check its permissions',
  EISDIR: 'it is a folder',
  ELOOP: 'its links lead back to themselves',
  EMFILE: 'too many files are open',
};

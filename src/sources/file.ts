// Reads one transcript file as text, and tells what keeps it from being read.

import { readFile, stat } from 'node:fs/promises';
import { VerbatimError } from '../errors.ts';
import { decodeText } from '../text/decode.ts';
import { isSound } from './passed-over.ts';

/** A day of speech with a time on every word is well below this; what is above is no transcript. */
export const largestFileBytes = 32 * 1024 * 1024;

/** @throws VerbatimError `missing`, `unreadable`, `too-large`, `malformed` (empty) or `unknown-format` (no text). */
export async function readTranscriptFile(path: string, file = path): Promise<string> {
  const info = await look(path, file);
  if (isSound(path)) {
    const mend = 'Transcribe it first (whisper does), and import the transcript.';
    throw new VerbatimError('unknown-format', `${file} is sound, not text. ${mend}`, { file });
  }
  // A device or a pipe may never end.
  if (!info.isFile()) throw unreadable(info.isDirectory() ? 'it is a folder' : 'it is no file', file);
  if (info.size > largestFileBytes) {
    const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);
    throw new VerbatimError(
      'too-large',
      `${file} has ${megabytes(info.size)} MB; Verbatim reads transcripts up to ${megabytes(largestFileBytes)} MB. ` +
        'Split it by episode.',
      { file },
    );
  }
  try {
    return textOf(await readFile(path), file);
  } catch (error) {
    throw error instanceof VerbatimError ? error : unreadable(error, file);
  }
}

function textOf(bytes: Buffer, file: string): string {
  const kind = documents.find(([magic]) => bytes.toString('latin1', 0, magic.length) === magic)?.[1];
  if (kind !== undefined) {
    const mend = 'Export the transcript as text, WebVTT, SRT or JSON.';
    throw new VerbatimError('unknown-format', `${file} is ${kind}, not text. ${mend}`, { file });
  }
  const text = decodeText(bytes, file);
  if (text.trim() === '') {
    const mend = 'Export the transcript again, or take the file away.';
    throw new VerbatimError('malformed', `${file} is empty. ${mend}`, { file });
  }
  return text;
}

/** Documents that people do keep transcripts in, by the bytes they begin with. */
const documents: readonly (readonly [magic: string, kind: string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a Word document or another archive'],
  ['\xd0\xcf\x11\xe0', 'an old Word document'],
  ['{\\rtf', 'a rich text document'],
];

/** @throws VerbatimError `missing` or `unreadable`. */
export async function look(path: string, file = path) {
  try {
    return await stat(path);
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

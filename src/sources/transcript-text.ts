// The bytes of one transcript to text, wherever they come from; says what they are where they are no text.

import { VerbatimError } from '../errors.ts';
import { decodeText } from '../text/decode.ts';

/** A day of speech with a time on every word is well below this; what is above is no transcript. */
export const largestTranscriptBytes = 32 * 1024 * 1024;

/** @throws VerbatimError `unknown-format` (a document), `unreadable` (no text) or `malformed` (empty). */
export function transcriptText(bytes: Buffer, file: string): string {
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

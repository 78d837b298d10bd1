// WebVTT (https://www.w3.org/TR/webvtt1/): captions with times, notes, styles, and voices such as <v Ann Example>.
import { VerbatimError } from '../../errors.ts';
import type { Language } from '../../model.ts';
import { known } from '../../text/known.ts';
import { captionCues } from '../caption-cues.ts';
import { readCaptions } from '../captions.ts';
import { linesOf } from '../text-lines.ts';
import type { Format, TranscriptFacts } from '../transcript.ts';

export const webvtt: Format = {
  name: 'webvtt',

  recognise(text) {
    return /^\s*WEBVTT(?:[ \t\r\n]|$)/.test(text.slice(0, 200)) ? 1 : 0;
  },

  parse(text) {
    const header = headerOf(text);
    if (!/^\s*WEBVTT/.test(header.lines[0] ?? '')) {
      throw new VerbatimError('malformed', 'A WebVTT file begins with "WEBVTT".', { line: header.blank + 1 });
    }
    // An id may be any line that stands alone before the times.
    const captions = readCaptions(text, { isId: (_, afterBlank) => afterBlank, isPassedOver: notes(header) });
    return { format: 'webvtt', facts: factsOf(header.lines), cues: captionCues(captions) };
  },
};

interface Header {
  /** How many blank lines stand above it. */
  readonly blank: number;
  readonly lines: readonly string[];
}

/** The header ends at the first blank line, or where the first caption starts without one. */
function headerOf(text: string): Header {
  const lines: string[] = [];
  let blank = 0;
  for (const line of linesOf(text)) {
    const isBlank = line.trim() === '';
    if (lines.length > 0 && (isBlank || isTiming(line))) break;
    if (isBlank) blank++;
    else lines.push(line);
  }
  return { blank, lines };
}

function isTiming(line: string): boolean {
  return line.length < 300 && line.includes('-->');
}

const note = /^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)/;
const joinedHeader = /^\uFEFF?WEBVTT\s*$/;

/**
 * NOTE, STYLE and REGION blocks run to the next blank line; they and the header are passed over, and so are the headers of files
 * that were put one behind the other, as the parts of a stream are (https://www.rfc-editor.org/rfc/rfc8216#section-3.5).
 */
function notes({ blank, lines }: Header): (line: string) => boolean {
  let left = blank + lines.length;
  let afterBlank = true;
  let inNote = false;
  return (line) => {
    if (left-- > 0) return true;
    const isBlank = line.trim() === '';
    if (isBlank) inNote = false;
    else if (joinedHeader.test(line) || (afterBlank && note.test(line))) inNote = true;
    // A note that nobody closed must not swallow the captions after it.
    else if (inNote && isTiming(line)) inNote = false;
    afterBlank = isBlank;
    return inNote;
  };
}

/** What the header says: "Language: id" stands there by custom, a title behind WEBVTT. */
function factsOf(header: readonly string[]): TranscriptFacts {
  const title = /^\s*WEBVTT\s+-\s*(\S.*)$/.exec(header[0] ?? '')?.[1]?.trim();
  let language: Language | undefined;
  for (const line of header) language ??= /^Language:\s*([a-z]{2})\b/i.exec(line)?.[1]?.toLowerCase();
  return known({ title, language });
}

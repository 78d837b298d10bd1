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
    const lines = linesOf(text);
    const first = lines.findIndex((line) => line.trim() !== '');
    if (!/^\s*WEBVTT/.test(lines[first] ?? '')) {
      throw new VerbatimError('malformed', 'A WebVTT file begins with "WEBVTT".', { line: first + 1 });
    }
    const end = headerEnd(lines, first);
    // An id may be any line that stands alone before the times.
    const captions = readCaptions(withoutNotes(lines, end), (_, afterBlank) => afterBlank);
    return { format: 'webvtt', facts: factsOf(lines.slice(first, end)), cues: captionCues(captions) };
  },
};

/** The header ends at the first blank line, or where the first caption starts without one. */
function headerEnd(lines: readonly string[], first: number): number {
  const end = lines.findIndex((line, index) => index > first && (line.trim() === '' || isTiming(line)));
  return end < 0 ? lines.length : end;
}

function isTiming(line: string): boolean {
  return line.length < 300 && line.includes('-->');
}

/** NOTE, STYLE and REGION blocks run to the next blank line; they and the header are passed over. */
function withoutNotes(lines: readonly string[], from: number): (string | undefined)[] {
  let blank = true;
  let inNote = false;
  return lines.map((line, index) => {
    if (index < from) return undefined;
    const isBlank = line.trim() === '';
    if (isBlank) inNote = false;
    else if (blank && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line)) inNote = true;
    // A note that nobody closed must not swallow the captions after it.
    else if (inNote && isTiming(line)) inNote = false;
    blank = isBlank;
    return inNote ? undefined : line;
  });
}

/** What the header says: "Language: id" stands there by custom, a title behind WEBVTT. */
function factsOf(header: readonly string[]): TranscriptFacts {
  const title = /^\s*WEBVTT\s+-\s*(\S.*)$/.exec(header[0] ?? '')?.[1]?.trim();
  let language: Language | undefined;
  for (const line of header) language ??= /^Language:\s*([a-z]{2})\b/i.exec(line)?.[1]?.toLowerCase();
  return known({ title, language });
}

// WebVTT (https://www.w3.org/TR/webvtt1/): captions with times, notes, styles, and voices such as <v Ann Example>.
import { VerbatimError } from '../../errors.ts';
import type { Language } from '../../model.ts';
import { captionCues } from '../caption-cues.ts';
import { readCaptions } from '../captions.ts';
import { type Line, linesOf } from '../text-lines.ts';
import type { Format, TranscriptFacts } from '../transcript.ts';

export const webvtt: Format = {
  name: 'webvtt',

  recognise(text) {
    return /^\s*WEBVTT(?:[ \t\r\n]|$)/.test(text.slice(0, 200)) ? 1 : 0;
  },

  parse(text) {
    const lines = linesOf(text);
    const first = lines.findIndex((line) => line.text.trim() !== '');
    if (!/^\s*WEBVTT/.test(lines[first]?.text ?? '')) {
      throw new VerbatimError('malformed', 'A WebVTT file begins with "WEBVTT".', { line: first + 1 });
    }
    const { header, body } = withoutHeader(lines.slice(first));
    // An id may be any line that stands alone before the times.
    const captions = readCaptions(withoutNotes(body), (_, afterBlank) => afterBlank);
    return { format: 'webvtt', facts: factsOf(header), cues: captionCues(captions) };
  },
};

/** The header ends at the first blank line, or where the first caption starts without one. */
function withoutHeader(lines: readonly Line[]): { header: readonly Line[]; body: readonly Line[] } {
  const end = lines.findIndex(({ text }, index) => index > 0 && (text.trim() === '' || text.includes('-->')));
  return end < 0 ? { header: lines, body: [] } : { header: lines.slice(0, end), body: lines.slice(end) };
}

/** NOTE, STYLE and REGION blocks run to the next blank line. */
function withoutNotes(lines: readonly Line[]): Line[] {
  const kept: Line[] = [];
  let blank = true;
  let inNote = false;
  for (const line of lines) {
    const isBlank = line.text.trim() === '';
    if (isBlank) inNote = false;
    else if (blank && /^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(line.text)) inNote = true;
    // A note that nobody closed must not swallow the captions after it.
    else if (inNote && line.text.length < 300 && line.text.includes('-->')) inNote = false;
    if (!inNote) kept.push(line);
    blank = isBlank;
  }
  return kept;
}

/** What the header says: "Language: id" stands there by custom, a title behind WEBVTT. */
function factsOf(header: readonly Line[]): TranscriptFacts {
  const title = /^\s*WEBVTT\s+-\s*(\S.*)$/.exec(header[0]?.text ?? '')?.[1]?.trim();
  let language: Language | undefined;
  for (const { text } of header) language ??= /^Language:\s*([a-z]{2})\b/i.exec(text)?.[1]?.toLowerCase();
  return { ...(title === undefined ? {} : { title }), ...(language === undefined ? {} : { language }) };
}

// What SRT and WebVTT have in common: blocks of a timing line and the lines that are shown then.
import { VerbatimError } from '../errors.ts';
import { parseTimecode } from '../text/timecode.ts';
import type { Line } from './text-lines.ts';

export interface Caption {
  /** Of the timing line. */
  readonly lineNumber: number;
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly lines: readonly string[];
}

const longestTiming = 300;
const meantAsTiming = /\d[:.,]\d.*-->|-->.*\d[:.,]\d/;
const timing = /^\s*([\d:.,]+)\s*-+>\s*([\d:.,]+)(?:\s.*)?$/;

/**
 * A line that stands alone right before a timing line is its number or id. Text that follows a blank line still belongs to
 * the caption before it: some programs write blank lines into captions, and what was said must not be lost.
 *
 * @throws VerbatimError `malformed` at a timing line whose times cannot be read.
 */
export function readCaptions(lines: readonly Line[], isId: (line: string, afterBlank: boolean) => boolean): Caption[] {
  const captions: (Caption & { lines: string[] })[] = [];
  let blank = true;
  let candidate: string | undefined;
  const keep = (text: string | undefined): void => {
    if (text !== undefined) captions.at(-1)?.lines.push(text);
  };
  for (const { number, text } of lines) {
    if (text.length < longestTiming && text.includes('-->')) {
      const times = readTiming(text);
      if (times === undefined && meantAsTiming.test(text)) throw malformed(number, text);
      if (times !== undefined) {
        captions.push({ lineNumber: number, ...times, lines: [] });
        candidate = undefined;
        blank = false;
        continue;
      }
    }
    keep(candidate);
    candidate = undefined;
    if (text.trim() === '') {
      blank = true;
    } else if (isId(text, blank)) {
      candidate = text;
      blank = false;
    } else {
      keep(text);
      blank = false;
    }
  }
  keep(candidate);
  return captions;
}

function readTiming(line: string): { startSeconds: number; endSeconds: number } | undefined {
  const match = timing.exec(line);
  const startSeconds = parseTimecode(match?.[1] ?? '');
  const endSeconds = parseTimecode(match?.[2] ?? '');
  return startSeconds === undefined || endSeconds === undefined ? undefined : { startSeconds, endSeconds };
}

function malformed(line: number, text: string): VerbatimError {
  return new VerbatimError(
    'malformed',
    `Two times are expected here, as in "00:01:02.000 --> 00:01:05.000"; it reads "${text.trim().slice(0, 60)}".`,
    { line },
  );
}

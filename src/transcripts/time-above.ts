// A time that a paragraph opens with, "(01:23) Well, …", or that stands alone above it, "00:05:00".
import { parseTimecode } from '../text/timecode.ts';

const above = /^\((\d{1,3}:\d{2}(?::\d{2})?)\)\s*|^(\d{1,3}:\d{2}(?::\d{2})?)$/;

/** The paragraph without its time; nothing is left of a line that is but a time. */
export function withoutTimeAbove(line: string): { readonly text: string; readonly startSeconds: number | undefined } {
  const match = above.exec(line);
  const startSeconds = parseTimecode(match?.[1] ?? match?.[2] ?? '');
  return startSeconds === undefined
    ? { text: line, startSeconds }
    : { text: line.slice(match?.[0].length), startSeconds };
}

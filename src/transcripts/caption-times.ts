// The line of two times above a caption, "00:01:02,000 --> 00:01:05,000", also where it slipped in typing.
import { parseTimecode } from '../text/timecode.ts';

/** `undefined`: that time cannot be read. */
export interface CaptionTimes {
  readonly startSeconds: number | undefined;
  readonly endSeconds: number | undefined;
}

const longest = 300;
const usual = /^\s*([\d:.,]+)\s*-+>\s*([\d:.,]+)(?:\s.*)?$/;
/** One dash too few or apart, and what word processors make of them. */
const arrow = /-+\s?>|[–—]\s?>|→/;
const anyArrow = new RegExp(`^(.*?)(?:${arrow.source})(.*)$`);
const spacedTime = /^\s*[\d:.,;\s]+$/;
const clock = /^\s*[-–−]?\d{1,4}\s?:\s?\d/;
const torn = /^\s*\S*\d[:.,]\d\S*\s*$/;

/**
 * `undefined` for a line that only talks of an arrow.
 *
 * @param isDue Whether a caption's number stands right above; asked only where the line does not tell by itself.
 */
export function captionTimes(line: string, isDue: () => boolean): CaptionTimes | undefined {
  const isUsual = line.includes('-->');
  if (!isUsual && (startsWithLetter(line) || !(line.includes('>') || line.includes('→')))) return undefined;
  if (line.length > longest || !(isUsual || arrow.test(line))) return undefined;
  const match = usual.exec(line);
  if (match !== null) {
    const [, start = '', end = ''] = match;
    const times = { startSeconds: parseTimecode(start), endSeconds: parseTimecode(end) };
    const isWhole = times.startSeconds !== undefined && times.endSeconds !== undefined;
    if (isWhole && (isUsual || (clock.test(start) && clock.test(end)))) return times;
  }
  return slipped(line, isDue);
}

/** As most lines do that are asked; quicker than to look for an arrow in them. */
function startsWithLetter(line: string): boolean {
  const first = line.charCodeAt(0);
  return first >= 65 && first < 0x2000;
}

function slipped(line: string, isDue: () => boolean): CaptionTimes | undefined {
  const [, before = '', after = ''] = anyArrow.exec(line) ?? [];
  const isMeant = line.includes('-->')
    ? isDue() ||
      torn.test(before) ||
      (before.trim() === '' && clock.test(after)) ||
      (isClocks(before) && (after.trim() === '' || clock.test(after)))
    : clock.test(before) && clock.test(after) && !/\s\p{L}/u.test(before);
  return isMeant ? { startSeconds: timeIn(before), endSeconds: timeIn(after) } : undefined;
}

function isClocks(text: string): boolean {
  return clock.test(text) && spacedTime.test(text);
}

/** Alone, with spaces within, or with a setting behind ("align:start"). */
function timeIn(text: string): number | undefined {
  const written = spacedTime.test(text) ? text.replace(/\s+/g, '') : (/^\s*(\S+)/.exec(text)?.[1] ?? '');
  return written === '' ? undefined : parseTimecode(written);
}

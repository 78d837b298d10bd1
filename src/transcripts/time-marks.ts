// Finds the times that transcribers leave inside the words: "[04:15]", "[crosstalk 00:02:11]", "[00:12:01.04 to 00:12:09]".
import { parseTimecode } from '../text/timecode.ts';

export interface TimeMark {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  /** A pure mark is nothing but its time: markup, no part of the words. */
  readonly pure: boolean;
}

const bracketed = /\[([^[\]\n]{1,100})\]/g;
// The lookarounds keep "1.2.3.4" and "10:00:00:00:00" from being read from their middle. A dot for a colon is a common slip.
const time = /(?<![\d:.])\d{1,3}[:.]\d{2}(?:[:.]\d{2})?(?:[:.,]\d{1,3})?(?![\d:])/;
const onlyTimes = new RegExp(`^\\s*${time.source}\\s*(?:(?:-|–|—|to|-->)\\s*${time.source}\\s*)?$`);

/** In order. A mark with two times counts as the first. */
export function timeMarks(text: string): TimeMark[] {
  if (!text.includes('[')) return [];
  const found: TimeMark[] = [];
  for (const match of text.matchAll(bracketed)) {
    const inside = match[1] ?? '';
    const written = time.exec(inside)?.[0];
    // "[0.5]" is a number, "[0:05]" a time.
    const seconds = written?.includes(':') ? readMark(written) : undefined;
    if (seconds === undefined) continue;
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      seconds,
      pure: onlyTimes.test(inside),
    });
  }
  return found;
}

function readMark(written: string): number | undefined {
  // "00:12.34.56" is meant as 00:12:34.56.
  const slip = /^(\d+):(\d{2})\.(\d{2})\.(\d+)$/.exec(written);
  return parseTimecode(slip === null ? written : `${slip[1]}:${slip[2]}:${slip[3]}.${slip[4]}`);
}

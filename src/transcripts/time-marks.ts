// Finds the times that transcribers leave inside the words: "[04:15]", "[crosstalk 00:02:11]", "[00:12:01.04 to 00:12:09]".
import { Pieces } from '../text/pieces.ts';
import { singleSpaced } from '../text/single-spaced.ts';
import { parseTimecode } from '../text/timecode.ts';
import { legible } from './legible.ts';

interface TimeMark {
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

/** A text without its pure marks, and when it was where: places within that text. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly { readonly at: number; readonly seconds: number }[];
}

const afterMark = /[\s.,;:!?…"”’)–—-]*/y;

/** Made legible; white space becomes single spaces; pure marks go, others stay, and each keeps its place. */
export function withoutTimeMarks(raw: string): MarkedText {
  const tidy = singleSpaced(legible(raw));
  if (!tidy.includes('[')) return { text: tidy, marks: [] };
  const marks: { at: number; seconds: number }[] = [];
  const pieces = new Pieces();
  let length = 0;
  let spaceBefore = true;
  let from = 0;
  for (const mark of timeMarks(tidy)) {
    if (mark.from > from) {
      pieces.add(tidy.slice(from, mark.from));
      length += mark.from - from;
      spaceBefore = tidy.charAt(mark.from - 1) === ' ';
    }
    marks.push({ at: length, seconds: mark.seconds });
    if (mark.pure) {
      from = spaceBefore && tidy.charAt(mark.to) === ' ' ? mark.to + 1 : mark.to;
    } else {
      // What comes right after the mark begins at its time as well; what another cue says after it may not.
      afterMark.lastIndex = mark.to;
      afterMark.test(tidy);
      const next = afterMark.lastIndex;
      if (next < tidy.length) marks.push({ at: length + next - mark.from, seconds: mark.seconds });
      from = mark.from;
    }
  }
  pieces.add(tidy.slice(from));
  const text = pieces.take().trimEnd();
  for (const mark of marks) mark.at = Math.min(mark.at, text.length);
  return { text, marks };
}

/** In order. A mark with two times counts as the first. */
function* timeMarks(text: string): Generator<TimeMark> {
  for (const match of text.matchAll(bracketed)) {
    const inside = match[1] ?? '';
    const written = time.exec(inside)?.[0];
    // "[0.5]" is a number, "[0:05]" a time.
    const seconds = written?.includes(':') ? readMark(written) : undefined;
    if (seconds === undefined) continue;
    yield {
      from: match.index,
      to: match.index + match[0].length,
      seconds,
      pure: onlyTimes.test(inside),
    };
  }
}

function readMark(written: string): number | undefined {
  // "00:12.34.56" is meant as 00:12:34.56.
  const slip = /^(\d+):(\d{2})\.(\d{2})\.(\d+)$/.exec(written);
  return parseTimecode(slip === null ? written : `${slip[1]}:${slip[2]}:${slip[3]}.${slip[4]}`);
}

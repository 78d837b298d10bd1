// What SRT and WebVTT have in common: blocks of a timing line and the lines that are shown then.
import { VerbatimError } from '../errors.ts';
import { parseTimecode } from '../text/timecode.ts';

export interface Caption {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly lines: readonly string[];
}

const longestTiming = 300;
const meantAsTiming = /\d[:.,]\d.*-->|-->.*\d[:.,]\d/;
const timing = /^\s*([\d:.,]+)\s*-+>\s*([\d:.,]+)(?:\s.*)?$/;

/**
 * A line that stands right before a timing line may be its number or id (`isId`). Text that follows a blank line still belongs
 * to the caption before it: some programs write blank lines into captions, and what was said must not be lost.
 *
 * @param lines `undefined` in place of lines that are to be passed over.
 * @throws VerbatimError `malformed` at a timing line whose times cannot be read.
 */
export function readCaptions(
  lines: readonly (string | undefined)[],
  isId: (line: string, afterBlank: boolean) => boolean,
): Caption[] {
  const captions: { startSeconds: number; endSeconds: number; lines: string[] }[] = [];
  let current: string[] | undefined;
  let afterBlank = true;
  let held: string | undefined;
  lines.forEach((line, index) => {
    if (line === undefined) return;
    const times = line.includes('-->') ? readTiming(line, index + 1) : undefined;
    if (times !== undefined) {
      current = [];
      captions.push({ ...times, lines: current });
      held = undefined;
      afterBlank = false;
      return;
    }
    if (held !== undefined) current?.push(held);
    held = undefined;
    const blank = line === '' || line.trim() === '';
    if (!blank && isId(line, afterBlank)) held = line;
    else if (!blank) current?.push(line);
    afterBlank = blank;
  });
  if (held !== undefined) current?.push(held);
  return captions;
}

/** `undefined` for a line that only talks of an arrow. */
function readTiming(line: string, number: number): { startSeconds: number; endSeconds: number } | undefined {
  if (line.length > longestTiming) return undefined;
  const match = timing.exec(line);
  const startSeconds = parseTimecode(match?.[1] ?? '');
  const endSeconds = parseTimecode(match?.[2] ?? '');
  if (startSeconds !== undefined && endSeconds !== undefined) return { startSeconds, endSeconds };
  if (!meantAsTiming.test(line)) return undefined;
  const read = line.trim().slice(0, 60);
  throw new VerbatimError(
    'malformed',
    `Two times are expected here, as in "00:01:02.000 --> 00:01:05.000"; it reads "${read}".`,
    { line: number },
  );
}

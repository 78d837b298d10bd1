// What SRT, WebVTT and SBV have in common: blocks of a timing line and the lines that are shown then.
import { VerbatimError } from '../errors.ts';
import { CaptionList, type Captions } from './caption-list.ts';
import { captionTimes } from './caption-times.ts';
import { LineCursor } from './text-lines.ts';

/** How one format writes them; each is asked of every line in turn. */
export interface CaptionRules {
  /** Whether the line, which is not blank, may be a caption's number or id where it stands right before a timing line. */
  isId(line: string, afterBlank: boolean): boolean;
  /** Whether the line belongs to no caption at all, such as a note. Absent: none does. */
  isPassedOver?(line: string): boolean;
  /** The line with an arrow between its times, where the format writes something else there. */
  arrowed?(line: string): string;
}

/** What goes on and on is no caption. */
const tooManyLines = 10_000;
/**
 * Text that follows a blank line still belongs to the caption before it: some programs write blank lines into captions, and what
 * was said must not be lost. A time that cannot be read is unknown, and costs no words.
 *
 * @throws VerbatimError `malformed` at the first timing line whose times cannot be read where at least half of them are such, and
 * where a caption goes on and on.
 */
export function readCaptions(text: string, { isId, isPassedOver, arrowed }: CaptionRules): Captions {
  const captions = new CaptionList(text);
  const cursor = new LineCursor(text);
  let held: readonly [from: number, to: number] | undefined;
  let afterBlank = true;
  let number = 0;
  let badTimes = 0;
  let firstBad: VerbatimError | undefined;
  const show = (from: number, to: number): void => {
    if (captions.length === 0) return;
    captions.show(from, to);
    if (captions.shown > tooManyLines)
      throw new VerbatimError('malformed', 'A caption has no end here.', { line: number });
  };
  const isDue = (): boolean => held !== undefined && isNumber(text.slice(...held));
  while (cursor.step()) {
    const { from, to } = cursor;
    const line = text.slice(from, to);
    number++;
    if (isPassedOver?.(line)) {
      captions.partHere();
      continue;
    }
    const timed = arrowed?.(line) ?? line;
    const times = captionTimes(timed, isDue);
    if (times === undefined && held !== undefined) show(...held);
    held = undefined;
    const isBlank = line.trim() === '';
    if (times !== undefined) {
      captions.begin(times);
      if (times.startSeconds === undefined || times.endSeconds === undefined) {
        badTimes++;
        firstBad ??= unreadable(number, line);
      }
    } else if (!isBlank) {
      if (isId(line, afterBlank)) held = [from, to];
      else show(from, to);
    }
    afterBlank = isBlank;
  }
  if (held !== undefined) show(...held);
  if (firstBad !== undefined && badTimes * 2 >= captions.length) throw firstBad;
  captions.end();
  return captions;
}

function isNumber(line: string): boolean {
  return line.length < 12 && /^\s*\d+\s*$/.test(line);
}

function unreadable(number: number, line: string): VerbatimError {
  const read = line.trim().slice(0, 60);
  return new VerbatimError(
    'malformed',
    `Two times are expected here, as in "00:01:02.000 --> 00:01:05.000"; it reads "${read}".`,
    { line: number },
  );
}

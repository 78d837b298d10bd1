// What SRT and WebVTT have in common: blocks of a timing line and the lines that are shown then.
import { VerbatimError } from '../errors.ts';
import { parseTimecode } from '../text/timecode.ts';

export interface Caption {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** As written, a line each; none of them blank. */
  readonly text: string;
}

const longestTiming = 300;
/** Below these nobody's lines are looked for; and what goes on and on is no caption. */
const mostLines = 100;
const tooManyLines = 10_000;
const meantAsTiming = /\d[:.,]\d.*-->|-->.*\d[:.,]\d/;
const timing = /^\s*([\d:.,]+)\s*-+>\s*([\d:.,]+)(?:\s.*)?$/;

/**
 * A line that stands right before a timing line may be its number or id (`isId`). Text that follows a blank line still belongs
 * to the caption before it: some programs write blank lines into captions, and what was said must not be lost.
 *
 * @param lines `undefined` in place of lines that are to be passed over.
 * @throws VerbatimError `malformed` at a timing line whose times cannot be read, and where a caption goes on and on.
 */
export function readCaptions(
  lines: Iterable<string | undefined>,
  isId: (line: string, afterBlank: boolean) => boolean,
): Caption[] {
  const captions: Caption[] = [];
  let times: Times | undefined;
  let text = '';
  let held: string | undefined;
  let afterBlank = true;
  let number = 0;
  let lineCount = 0;
  const show = (line: string | undefined): void => {
    if (line === undefined || times === undefined) return;
    text = lineCount++ === 0 ? line : `${text}${lineCount <= mostLines ? '\n' : ' '}${line}`;
    if (lineCount > tooManyLines) throw new VerbatimError('malformed', 'A caption has no end here.', { line: number });
  };
  const finish = (): void => {
    lineCount = 0;
    // Not spread: that takes three times the room, and there are a hundred thousand of these.
    if (times !== undefined) captions.push({ startSeconds: times.startSeconds, endSeconds: times.endSeconds, text });
    text = '';
  };
  for (const line of lines) {
    number++;
    if (line === undefined) continue;
    const read = line.includes('-->') ? readTiming(line, number) : undefined;
    if (read === undefined) show(held);
    held = undefined;
    const isBlank = line.trim() === '';
    if (read !== undefined) {
      finish();
      times = read;
    } else if (!isBlank) {
      if (isId(line, afterBlank)) held = line;
      else show(line);
    }
    afterBlank = isBlank;
  }
  show(held);
  finish();
  return captions;
}

type Times = Pick<Caption, 'startSeconds' | 'endSeconds'>;

/** `undefined` for a line that only talks of an arrow. */
function readTiming(line: string, number: number): Times | undefined {
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

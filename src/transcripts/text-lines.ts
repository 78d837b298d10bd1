// A text as lines, whatever ends them, with the numbers that editors count by.
import { VerbatimError } from '../errors.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Lines end with LF, CRLF or CR. One after the other, for a long file's lines take as much room as the file. */
export function* linesOf(text: string): Generator<string> {
  let from = 0;
  if (text.includes('\r')) {
    for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/g)) {
      yield text.slice(from, index);
      from = index + end.length;
    }
  } else {
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      yield text.slice(from, end);
      from = end + 1;
    }
  }
  yield text.slice(from);
}

/** A day of talk has some 30,000. */
const mostLines = 500_000;

/**
 * The lines with something in them, trimmed.
 *
 * @throws VerbatimError `malformed` where there are more than anybody says.
 */
export function filledLines(text: string): Line[] {
  const filled: Line[] = [];
  let number = 0;
  for (const line of linesOf(text)) {
    number++;
    const trimmed = line.trim();
    if (trimmed === '') continue;
    if (filled.length >= mostLines)
      throw new VerbatimError('malformed', 'It has more lines than any talk.', { line: number });
    filled.push({ number, text: trimmed });
  }
  return filled;
}

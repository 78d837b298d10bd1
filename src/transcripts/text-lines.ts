// A text as lines, whatever ends them, with the numbers that editors count by.
import { VerbatimError } from '../errors.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Walks along the lines of a text, which end with LF, CRLF or CR. Makes nothing: a long file's lines take as much room as the file. */
export class LineCursor {
  readonly #text: string;
  #next = 0;
  #feed: number;
  #return: number;
  /** Where the line starts that it stands at, and where it ends. */
  from = 0;
  to = 0;

  constructor(text: string) {
    this.#text = text;
    this.#feed = placeOf(text, '\n', 0);
    this.#return = placeOf(text, '\r', 0);
  }

  /** False behind the last line. A text that ends with a line's end has an empty one behind it. */
  step(): boolean {
    const text = this.#text;
    if (this.#next > text.length) return false;
    this.from = this.#next;
    this.to = Math.min(this.#feed, this.#return, text.length);
    // A return right before a feed ends the line together with it.
    this.#next = this.#feed === this.to + 1 && this.#return === this.to ? this.to + 2 : this.to + 1;
    if (this.#feed < this.#next) this.#feed = placeOf(text, '\n', this.#next);
    if (this.#return < this.#next) this.#return = placeOf(text, '\r', this.#next);
    return true;
  }
}

/** Behind every place where there is none. */
function placeOf(text: string, end: string, from: number): number {
  const place = text.indexOf(end, from);
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}

/** One after the other. */
export function* linesOf(text: string): Generator<string> {
  const line = new LineCursor(text);
  while (line.step()) yield text.slice(line.from, line.to);
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

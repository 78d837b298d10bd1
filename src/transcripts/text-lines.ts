// A text as lines, whatever ends them, with the numbers that editors count by.
import { VerbatimError } from '../errors.ts';
import { placesColumn } from './column.ts';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** In a list or wherever else they are; may be read as often as one likes. */
export interface Lines extends Iterable<Line> {
  readonly length: number;
  /** From 0; `undefined` behind the last. */
  at(index: number): Line | undefined;
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
 * @param isKept Absent: all are.
 * @throws VerbatimError `malformed` where there are more than anybody says.
 */
export function filledLines(text: string, isKept: (line: string) => boolean = () => true): Lines {
  const filled = new LineList(text);
  const cursor = new LineCursor(text);
  let number = 0;
  let count = 0;
  while (cursor.step()) {
    number++;
    const line = text.slice(cursor.from, cursor.to);
    const from = cursor.to - line.trimStart().length;
    const to = cursor.from + line.trimEnd().length;
    if (from >= to) continue;
    if (++count > mostLines) throw tooManyLines(number);
    if (isKept(text.slice(from, to))) filled.add(number, from, to);
  }
  return filled;
}

function tooManyLines(line: number): VerbatimError {
  return new VerbatimError('malformed', 'It has more lines than any talk.', { line });
}

/** As `filledLines`, of several texts that stand below each other. */
export function filledLinesIn(texts: Iterable<string>): Lines {
  const filled: Line[] = [];
  let number = 0;
  for (const text of texts) {
    for (const line of linesOf(text)) {
      number++;
      const trimmed = line.trim();
      if (trimmed === '') continue;
      if (filled.length >= mostLines) throw tooManyLines(number);
      filled.push({ number, text: trimmed });
    }
  }
  return filled;
}

/** They stay where they stand in the file until they are asked for. */
class LineList implements Lines {
  readonly #text: string;
  readonly #numbers = placesColumn();
  readonly #from = placesColumn();
  readonly #to = placesColumn();

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#numbers.length;
  }

  add(number: number, from: number, to: number): void {
    this.#numbers.push(number);
    this.#from.push(from);
    this.#to.push(to);
  }

  at(index: number): Line | undefined {
    const number = this.#numbers.at(index);
    return number === undefined
      ? undefined
      : { number, text: this.#text.slice(this.#from.at(index), this.#to.at(index)) };
  }

  *[Symbol.iterator](): Generator<Line> {
    for (let index = 0; index < this.length; index++) {
      const line = this.at(index);
      if (line !== undefined) yield line;
    }
  }
}

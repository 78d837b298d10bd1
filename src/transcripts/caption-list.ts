// A long file's captions, in the room of a few numbers each: their words stay where they stand in the file until they are asked for.
import { placesColumn, secondsColumn } from './column.ts';

export interface Caption {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** As written, a line each; none of them blank. */
  readonly text: string;
}

/** May be read as often as one likes. */
export interface Captions extends Iterable<Caption> {
  readonly length: number;
}

/** Below these nobody's lines are looked for. */
const mostLines = 100;

export class CaptionList implements Captions {
  readonly #file: string;
  readonly #startSeconds = secondsColumn();
  readonly #endSeconds = secondsColumn();
  /** Of each caption, how many lines stand before its own. */
  readonly #linesBefore = placesColumn();
  /** Of each line. */
  readonly #from = placesColumn();
  readonly #to = placesColumn();

  constructor(file: string) {
    this.#file = file;
  }

  get length(): number {
    return this.#startSeconds.length;
  }

  /** What is shown from now on belongs to it. */
  begin(startSeconds: number, endSeconds: number): void {
    this.#startSeconds.push(startSeconds);
    this.#endSeconds.push(endSeconds);
    this.#linesBefore.push(this.#from.length);
  }

  /** A line of the last caption, by its place in the file. */
  show(from: number, to: number): void {
    this.#from.push(from);
    this.#to.push(to);
  }

  /** How many lines the last caption has. */
  get shown(): number {
    return this.#from.length - (this.#linesBefore.at(this.length - 1) ?? 0);
  }

  *[Symbol.iterator](): Generator<Caption> {
    for (let index = 0; index < this.length; index++) {
      const startSeconds = this.#startSeconds.at(index) ?? 0;
      const endSeconds = this.#endSeconds.at(index) ?? 0;
      yield { startSeconds, endSeconds, text: this.#textOf(index) };
    }
  }

  #textOf(index: number): string {
    const first = this.#linesBefore.at(index) ?? 0;
    const behind = this.#linesBefore.at(index + 1) ?? this.#from.length;
    let text = first < behind ? this.#line(first) : '';
    for (let at = first + 1; at < behind; at++) text += `${at - first < mostLines ? '\n' : ' '}${this.#line(at)}`;
    return text;
  }

  #line(at: number): string {
    return this.#file.slice(this.#from.at(at), this.#to.at(at));
  }
}

// A long file's captions, in the room of a few numbers each: their words stay where they stand in the file until they are asked for.
import type { CaptionTimes } from './caption-times.ts';
import { placesColumn, secondsColumn } from './column.ts';

export interface Caption {
  readonly startSeconds: number | undefined;
  readonly endSeconds: number | undefined;
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
  /** Those that were written twice, by their indices. */
  readonly #twins = new Set<number>();
  /** The index of the one that comes first behind what was passed over. */
  #first = 0;

  constructor(file: string) {
    this.#file = file;
  }

  get length(): number {
    return this.#startSeconds.length - this.#twins.size;
  }

  /** What is shown from now on belongs to it. */
  begin({ startSeconds = Number.NaN, endSeconds = Number.NaN }: CaptionTimes): void {
    this.end();
    this.#startSeconds.push(startSeconds);
    this.#endSeconds.push(endSeconds);
    this.#linesBefore.push(this.#from.length);
  }

  /** A line of the last caption, by its place in the file. */
  show(from: number, to: number): void {
    this.#from.push(from);
    this.#to.push(to);
  }

  /** What comes from now on has nothing to do with the captions before: one that is alike is another. */
  partHere(): void {
    this.#first = this.#startSeconds.length;
  }

  /** The last caption is whole. One with the same words at the same times as the one before is that one once more. */
  end(): void {
    const last = this.#startSeconds.length - 1;
    const isTwin =
      last > this.#first &&
      this.#startSeconds.at(last) === this.#startSeconds.at(last - 1) &&
      this.#endSeconds.at(last) === this.#endSeconds.at(last - 1) &&
      this.#textOf(last) === this.#textOf(last - 1);
    if (isTwin) this.#twins.add(last);
  }

  /** How many lines the last caption has. */
  get shown(): number {
    return this.#from.length - (this.#linesBefore.at(this.#linesBefore.length - 1) ?? 0);
  }

  *[Symbol.iterator](): Generator<Caption> {
    const hasTwins = this.#twins.size > 0;
    for (let index = 0; index < this.#startSeconds.length; index++) {
      if (hasTwins && this.#twins.has(index)) continue;
      const startSeconds = knownTime(this.#startSeconds.at(index));
      const endSeconds = knownTime(this.#endSeconds.at(index));
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

function knownTime(seconds: number | undefined): number | undefined {
  return Number.isNaN(seconds) ? undefined : seconds;
}

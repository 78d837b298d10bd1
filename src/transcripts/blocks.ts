// A long text in blocks, for what hours of talk take twice while they are copied together, and nobody needs them in one piece.
import type { Sliceable } from '../text/sliceable.ts';

export class Blocks implements Sliceable {
  readonly #blocks: string[] = [];
  /** Where each starts. */
  readonly #starts: number[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Not empty. */
  add(block: string): void {
    this.#blocks.push(block);
    this.#starts.push(this.#length);
    this.#length += block.length;
  }

  slice(from: number, to = this.#length): string {
    if (to <= from) return '';
    const first = this.#blockAt(from);
    const behind = this.#starts[first + 1] ?? this.#length;
    const start = this.#starts[first] ?? 0;
    if (to <= behind) return this.#blocks[first]?.slice(from - start, to - start) ?? '';
    return this.#across(first, from, to);
  }

  #across(first: number, from: number, to: number): string {
    let text = '';
    for (let index = first; index < this.#blocks.length; index++) {
      const start = this.#starts[index] ?? 0;
      if (start >= to) break;
      text += this.#blocks[index]?.slice(Math.max(0, from - start), to - start) ?? '';
    }
    return text;
  }

  #blockAt(place: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}

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
    let text = '';
    for (let index = this.#blockAt(from); index < this.#blocks.length; index++) {
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

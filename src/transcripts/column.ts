// A long list of numbers without gaps in memory: a list that grows by doubling leaves half of it unused and copies behind.

type Page = Float64Array | Int32Array | Uint8Array;

const pageBits = 12;
const pageLength = 1 << pageBits;

export class Column {
  readonly #newPage: (length: number) => Page;
  readonly #pages: Page[] = [];
  #last: Page | undefined;
  #length = 0;

  /** Seconds are Float64, places in a text Int32, answers to yes or no Uint8. */
  constructor(newPage: (length: number) => Page) {
    this.#newPage = newPage;
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    const place = this.#length & (pageLength - 1);
    if (place === 0 || this.#last === undefined) {
      this.#last = this.#newPage(pageLength);
      this.#pages.push(this.#last);
    }
    this.#last[place] = value;
    this.#length++;
  }

  /** `undefined` before the first and behind the last. */
  at(index: number): number | undefined {
    return index < this.#length ? this.#pages[index >> pageBits]?.[index & (pageLength - 1)] : undefined;
  }
}

export const secondsColumn = (): Column => new Column((length) => new Float64Array(length));
export const placesColumn = (): Column => new Column((length) => new Int32Array(length));
export const flagsColumn = (): Column => new Column((length) => new Uint8Array(length));

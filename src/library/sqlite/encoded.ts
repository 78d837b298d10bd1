// Many values one behind the other as bytes: SQLite cuts them out of one blob, where a row each would cost a call into the driver.

export interface Encoded {
  readonly bytes: Uint8Array;
  /** Where each value ends. */
  readonly ends: readonly number[];
}

/** Where a value's bytes begin and how many they are, as SQLite's `substr` counts. */
export function cutOf({ ends }: Encoded, at: number): readonly [from: number, length: number] {
  const from = ends[at - 1] ?? 0;
  return [from + 1, (ends[at] ?? from) - from];
}

const encoder = new TextEncoder();

/** Writes values one after the other, in as much room as they take. */
export class Writer {
  #bytes = new Uint8Array(65_536);
  #length = 0;
  readonly #ends: number[] = [];

  /** A number in seven-bit groups, the lowest first. */
  groups(number: number): void {
    this.#reserve(5);
    let left = number;
    for (; left > 127; left >>>= 7) this.#bytes[this.#length++] = (left & 127) | 128;
    this.#bytes[this.#length++] = left;
  }

  /** A number as people write it. */
  digits(number: number): void {
    this.#reserve(10);
    let size = 1;
    for (let left = number; left > 9; left = (left / 10) | 0) size++;
    let left = number;
    for (let at = this.#length + size - 1; at >= this.#length; at--) {
      const rest = (left / 10) | 0;
      this.#bytes[at] = 48 + left - rest * 10;
      left = rest;
    }
    this.#length += size;
  }

  /** In UTF-8. */
  text(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += encoder.encodeInto(text, this.#bytes.subarray(this.#length)).written;
  }

  /** Of ASCII characters alone: for a few of them, twice as fast. */
  ascii(text: string): void {
    this.#reserve(text.length);
    for (let at = 0; at < text.length; at++) this.#bytes[this.#length++] = text.charCodeAt(at);
  }

  /** Here one value ends and the next begins. */
  end(): void {
    this.#ends.push(this.#length);
  }

  take(): Encoded {
    return { bytes: this.#bytes.subarray(0, this.#length), ends: this.#ends };
  }

  #reserve(bytes: number): void {
    if (this.#length + bytes <= this.#bytes.length) return;
    const more = new Uint8Array(this.#bytes.length * 2 + bytes);
    more.set(this.#bytes);
    this.#bytes = more;
  }
}

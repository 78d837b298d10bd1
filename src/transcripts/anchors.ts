// Known times at places of the tape, by the hundred thousand: columns of numbers, for objects would take three times the room.

/** A place is counted in characters from the tape's start. */
export interface Anchor {
  readonly at: number;
  readonly seconds: number;
  /** `start`: the words at this place begin then. `end`: the words before it end then. */
  readonly kind: 'start' | 'end';
  /** Typed into the words by a person, where slips happen; else the file's own timing. */
  readonly typed: boolean;
}

/** By place. */
export class Anchors {
  readonly #at: number[] = [];
  readonly #seconds: number[] = [];
  readonly #kind: Anchor['kind'][] = [];
  readonly #typed: boolean[] = [];

  get length(): number {
    return this.#at.length;
  }

  /** None may stand before those that are there. */
  add({ at, seconds, kind, typed }: Anchor): void {
    this.#at.push(at);
    this.#seconds.push(seconds);
    this.#kind.push(kind);
    this.#typed.push(typed);
  }

  at(index: number): number {
    return this.#at[index] ?? 0;
  }

  seconds(index: number): number {
    return this.#seconds[index] ?? 0;
  }

  kind(index: number): Anchor['kind'] {
    return this.#kind[index] ?? 'start';
  }

  typed(index: number): boolean {
    return this.#typed[index] ?? false;
  }

  /** The first time of this kind at exactly this place. */
  find(place: number, kind: Anchor['kind']): number | undefined {
    for (let index = this.firstAfter(place - 1); this.#at[index] === place; index++) {
      if (this.#kind[index] === kind) return this.#seconds[index];
    }
    return undefined;
  }

  /** The index of the first that stands after this place. */
  firstAfter(place: number): number {
    let low = 0;
    let high = this.#at.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Those of these indices, which ascend. */
  only(indices: Iterable<number>): Anchors {
    const kept = new Anchors();
    for (const index of indices) {
      const [at, seconds, kind, typed] = [this.at(index), this.seconds(index), this.kind(index), this.typed(index)];
      kept.add({ at, seconds, kind, typed });
    }
    return kept;
  }

  /** All indices, or those that fit. */
  *indices(fits: (index: number) => boolean = () => true): Generator<number> {
    for (let index = 0; index < this.length; index++) if (fits(index)) yield index;
  }
}

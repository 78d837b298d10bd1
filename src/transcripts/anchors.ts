// Known times at places of the tape, by the hundred thousand: columns of numbers, for objects would take three times the room.
import { flagsColumn, placesColumn, secondsColumn } from './column.ts';

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
  readonly #at = placesColumn();
  readonly #seconds = secondsColumn();
  readonly #isEnd = flagsColumn();
  readonly #typed = flagsColumn();

  get length(): number {
    return this.#at.length;
  }

  /** None may stand before those that are there. */
  add({ at, seconds, kind, typed }: Anchor): void {
    this.#at.push(at);
    this.#seconds.push(seconds);
    this.#isEnd.push(kind === 'end' ? 1 : 0);
    this.#typed.push(typed ? 1 : 0);
  }

  at(index: number): number {
    return this.#at.at(index) ?? 0;
  }

  seconds(index: number): number {
    return this.#seconds.at(index) ?? 0;
  }

  kind(index: number): Anchor['kind'] {
    return this.#isEnd.at(index) === 1 ? 'end' : 'start';
  }

  typed(index: number): boolean {
    return this.#typed.at(index) === 1;
  }

  /** The first time of this kind at exactly this place. */
  find(place: number, kind: Anchor['kind']): number | undefined {
    for (let index = this.firstAfter(place - 1); this.#at.at(index) === place; index++) {
      if (this.kind(index) === kind) return this.seconds(index);
    }
    return undefined;
  }

  /** The index of the first that stands after this place. */
  firstAfter(place: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at(middle) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether one of the indices is such. */
  some(isSuch: (index: number) => boolean): boolean {
    for (let index = 0; index < this.length; index++) if (isSuch(index)) return true;
    return false;
  }

  /** Those of the indices that fit. */
  only(fits: (index: number) => boolean): Anchors {
    const kept = new Anchors();
    for (let index = 0; index < this.length; index++) {
      if (!fits(index)) continue;
      const [at, seconds, kind, typed] = [this.at(index), this.seconds(index), this.kind(index), this.typed(index)];
      kept.add({ at, seconds, kind, typed });
    }
    return kept;
  }
}

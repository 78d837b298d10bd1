// Words by number, told letter by letter: to make a string of each of the millions that an import reads takes longer than to
// read them.

/** Words as written, each with a number: its place. Only grows; its reader goes on with it from text to text. */
export class Vocabulary {
  readonly words: string[] = [];
  /** The letters of all words one behind the other, in UTF-16; behind them those of the word that is being told. */
  #letters = new Uint16Array(65_536);
  /** Where each word's letters begin, and where those of the next one will. */
  #starts = new Int32Array(4096);
  #end = 0;
  #hash = 0;
  /** Another one each time, so that nobody can write words that all have one hash. */
  readonly #multiplier = (Math.random() * 2 ** 32) | 1;
  #hashes = new Int32Array(4096);
  /** An open hash table (https://en.wikipedia.org/wiki/Linear_probing) of places, counted from 1; half of it stays empty. */
  #slots = new Int32Array(8192);

  placeOf(word: string): number {
    for (let at = 0; at < word.length; at++) this.tell(word.charCodeAt(at));
    return this.take();
  }

  /** The next letter of a word. */
  tell(code: number): void {
    if (this.#end === this.#letters.length) this.#letters = grown(this.#letters, new Uint16Array(this.#end * 2));
    this.#letters[this.#end++] = code;
    this.#hash = (Math.imul(this.#hash, this.#multiplier) + code) | 0;
  }

  /** The place of the word whose letters were told. */
  take(): number {
    const hash = this.#hash;
    this.#hash = 0;
    const start = this.#starts[this.words.length] ?? 0;
    let slot = this.#slotOf(hash);
    for (let place = this.#slots[slot] ?? 0; place > 0; place = this.#slots[slot] ?? 0) {
      if (this.#hashes[place - 1] === hash && this.#isSame(place - 1, start)) {
        this.#end = start;
        return place - 1;
      }
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return this.#add(start, hash, slot);
  }

  #isSame(place: number, start: number): boolean {
    const from = this.#starts[place] ?? 0;
    const length = (this.#starts[place + 1] ?? 0) - from;
    if (length !== this.#end - start) return false;
    for (let at = 0; at < length; at++) if (this.#letters[from + at] !== this.#letters[start + at]) return false;
    return true;
  }

  #add(start: number, hash: number, slot: number): number {
    const place = this.words.length;
    this.words.push(String.fromCharCode(...this.#letters.subarray(start, this.#end)));
    this.#hashes[place] = hash;
    this.#slots[slot] = place + 1;
    this.#starts[place + 1] = this.#end;
    if (place + 2 === this.#starts.length) this.#grow();
    return place;
  }

  #grow(): void {
    const room = this.#starts.length * 2;
    this.#starts = grown(this.#starts, new Int32Array(room));
    this.#hashes = grown(this.#hashes, new Int32Array(room));
    this.#slots = new Int32Array(room * 2);
    for (let place = 0; place < this.words.length; place++) {
      let slot = this.#slotOf(this.#hashes[place] ?? 0);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = place + 1;
    }
  }

  /** Where to look first: words that differ little must not stand side by side. */
  #slotOf(hash: number): number {
    return Math.imul(hash, 0x9e3779b1) >>> (Math.clz32(this.#slots.length) + 1);
  }
}

function grown<T extends Uint16Array | Int32Array>(numbers: T, more: T): T {
  more.set(numbers);
  return more;
}

// Words by number, told by where they stand in a text: to make millions of words a string each takes longer than to read them.

/** Words as written, each with a number: its place. Only grows; its reader goes on with it from text to text. */
export class Vocabulary {
  readonly words: string[] = [];
  /** An open hash table (https://en.wikipedia.org/wiki/Linear_probing) of places, counted from 1. */
  #slots = new Int32Array(4096);
  #hashes = new Int32Array(2048);

  /** The place of the word that stands from one place of the text to another, both in UTF-16 units. */
  placeOf(text: string, from = 0, to = text.length): number {
    let hash = to - from;
    for (let at = from; at < to; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    let slot = this.#slotOf(hash);
    for (let place = this.#slots[slot] ?? 0; place > 0; place = this.#slots[slot] ?? 0) {
      if (this.#hashes[place - 1] === hash && isAt(this.words[place - 1] ?? '', text, from, to)) return place - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    return this.#add(text.slice(from, to), hash, slot);
  }

  #add(word: string, hash: number, slot: number): number {
    const place = this.words.length;
    this.words.push(word);
    this.#slots[slot] = place + 1;
    this.#hashes[place] = hash;
    if (this.words.length === this.#hashes.length) this.#grow();
    return place;
  }

  /** Half of the slots stay empty. */
  #grow(): void {
    const hashes = new Int32Array(this.#hashes.length * 2);
    hashes.set(this.#hashes);
    this.#hashes = hashes;
    this.#slots = new Int32Array(hashes.length * 2);
    for (let place = 0; place < this.words.length; place++) {
      let slot = this.#slotOf(hashes[place] ?? 0);
      while (this.#slots[slot] !== 0) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = place + 1;
    }
  }

  /** Where to look first: words that differ little must not stand side by side. */
  #slotOf(hash: number): number {
    return (Math.imul(hash, 0x9e3779b1) >>> 15) & (this.#slots.length - 1);
  }
}

function isAt(word: string, text: string, from: number, to: number): boolean {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) !== text.charCodeAt(from + at)) return false;
  return true;
}

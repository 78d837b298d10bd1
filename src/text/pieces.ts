// Puts a text together from its pieces: where there are a million, a string that is added to keeps every one of them.

/** In characters: what is joined at a time. */
const blockLength = 8192;

export class Pieces {
  #text = '';
  #pieces: string[] = [];
  #length = 0;

  add(piece: string): void {
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length >= blockLength) this.#join();
  }

  /** All of them. */
  get text(): string {
    this.#join();
    return this.#text;
  }

  /** All of them, which are gone then. */
  take(): string {
    const { text } = this;
    this.#text = '';
    return text;
  }

  #join(): void {
    if (this.#pieces.length === 0) return;
    // One alone stays what it is: most often a run of the file, which takes no room.
    this.#text += this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
  }
}

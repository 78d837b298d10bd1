// The words of many texts as numbers: a tenth of the room, and each distinct word has to be looked up but once.

import { saidForms } from './words.ts';

export interface Tally {
  /** Every word as written, once. */
  readonly words: readonly string[];
  /** The texts one behind the other, each word by its place in `words`. */
  readonly said: Uint32Array;
  /** Where each text ends in `said`. */
  readonly ends: Uint32Array;
}

/** What is said in each of the texts, sound marks left out. */
export function tallyOf(texts: readonly string[]): Tally {
  const places = new Map<string, number>();
  const ends = new Uint32Array(texts.length);
  let said = new Uint32Array(1024);
  let length = 0;
  texts.forEach((text, at) => {
    for (const written of saidForms(text)) {
      let place = places.get(written);
      if (place === undefined) {
        place = places.size;
        places.set(written, place);
      }
      if (length === said.length) said = grown(said);
      said[length++] = place;
    }
    ends[at] = length;
  });
  return { words: [...places.keys()], said: said.slice(0, length), ends };
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

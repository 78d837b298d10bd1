// The words of many texts as numbers: a tenth of the room, and each distinct word has to be looked up but once.

import { readPlainWords } from './plain-words.ts';
import { Vocabulary } from './vocabulary.ts';
import { saidForms } from './words.ts';

export interface Tally {
  /**
   * The vocabulary's own list: it grows with the next tally and holds what other texts say as well. That it is the same list is
   * how the library knows words again without looking them up.
   */
  readonly words: readonly string[];
  /** The texts one behind the other, each word by its place in `words`. */
  readonly said: Uint32Array<ArrayBuffer>;
  /** Where each text ends in `said`. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

/** What is said in each of the texts, sound marks left out. */
export function tallyOf(texts: readonly string[], vocabulary = new Vocabulary()): Tally {
  const ends = new Uint32Array(texts.length);
  let said = new Uint32Array(1024);
  let length = 0;
  const say = (place: number): void => {
    if (length === said.length) said = grown(said);
    said[length++] = place;
  };
  texts.forEach((text, at) => {
    const from = length;
    if (!readPlainWords(text, vocabulary, say)) {
      length = from;
      for (const written of saidForms(text)) say(vocabulary.placeOf(written));
    }
    ends[at] = length;
  });
  return { words: vocabulary.words, said: said.slice(0, length), ends };
}

function grown(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const more = new Uint32Array(numbers.length * 2);
  more.set(numbers);
  return more;
}

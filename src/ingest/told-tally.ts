// Tallies from one thread to another: most words of a transcript were said in one before it, and each crosses but once.

import { type Tally, tallyOf } from '../text/tally.ts';
import { Vocabulary } from '../text/vocabulary.ts';

/** A tally as it crosses. */
export interface ToldTally extends Omit<Tally, 'words'> {
  /** The words that its teller tells for the first time, in the order of their places. */
  readonly newWords: readonly string[];
  /** Whether places are counted from 0 again. */
  readonly afresh: boolean;
}

/** With more words than this it starts afresh, so that an import of any size stays small. */
const mostWords = 100_000;

export class TallyTeller {
  #vocabulary = new Vocabulary();
  #told = 0;

  tell(texts: readonly string[]): ToldTally {
    const afresh = this.#told > mostWords;
    if (afresh) {
      this.#vocabulary = new Vocabulary();
      this.#told = 0;
    }
    const { words, said, ends } = tallyOf(texts, this.#vocabulary);
    const newWords = words.slice(this.#told);
    this.#told = words.length;
    return { newWords, afresh, said, ends };
  }
}

/** To hear all that one teller tells, in order. */
export class TallyListener {
  #words: string[] = [];

  hear({ newWords, afresh, said, ends }: ToldTally): Tally {
    if (afresh) this.#words = [];
    for (const word of newWords) this.#words.push(word);
    return { words: this.#words, said, ends };
  }
}

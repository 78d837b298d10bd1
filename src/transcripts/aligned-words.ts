// Gives a passage's words the times that a machine found for them, without touching the passage's text.
import { known } from '../text/known.ts';
import type { Cue } from './transcript.ts';

export interface TimedWord {
  readonly text: string;
  readonly startSeconds: number | undefined;
  readonly endSeconds: number | undefined;
  /** Where the passage as a whole is nobody's. */
  readonly speaker?: string | undefined;
}

export interface AlignedPassage {
  /** As it is to be read, with punctuation and spaces. */
  readonly text: string;
  readonly words: Iterable<TimedWord>;
  readonly speaker?: string | undefined;
  /** Of the whole, for where its first or last word has no time. */
  readonly startSeconds?: number | undefined;
  readonly endSeconds?: number | undefined;
}

/** A word is looked for within so many characters from the one before. */
const reach = 200;

/** The text cut before each word that was found in it, in order; words that were not found give no time. */
export function* alignedWords({ text, words, speaker, startSeconds, endSeconds }: AlignedPassage): Generator<Cue> {
  if (text.trim() === '') return;
  const cut = (at: number, to: number | undefined, word: TimedWord | undefined): Cue => {
    const start = word?.startSeconds ?? (at === 0 ? startSeconds : undefined);
    const end = word?.endSeconds ?? (to === undefined ? endSeconds : undefined);
    return {
      text: text.slice(at, to),
      ...(at === 0 ? {} : { glued: /\S/.test(text.charAt(at - 1)) }),
      ...known({ speaker: speaker ?? word?.speaker, startSeconds: start, endSeconds: end }),
    };
  };
  let last: { readonly at: number; readonly word: TimedWord } | undefined;
  let from = 0;
  for (const word of words) {
    const wanted = word.text.trim();
    const found = wanted === '' ? -1 : text.slice(from, from + reach + wanted.length).indexOf(wanted);
    if (found < 0) continue;
    // What stands before the first word goes with it.
    const at = last === undefined ? 0 : from + found;
    if (last !== undefined) yield cut(last.at, at, last.word);
    last = { at, word };
    from += found + wanted.length;
  }
  yield cut(last?.at ?? 0, undefined, last?.word);
}

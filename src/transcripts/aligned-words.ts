// Gives a passage's words the times that a machine found for them, without touching the passage's text.
import { known } from '../text/known.ts';
import type { Cue } from './transcript.ts';

export interface TimedWord {
  readonly text: string;
  readonly startSeconds: number | undefined;
  readonly endSeconds: number | undefined;
}

export interface AlignedPassage {
  /** As it is to be read, with punctuation and spaces. */
  readonly text: string;
  readonly words: readonly TimedWord[];
  readonly speaker?: string | undefined;
  /** Of the whole, for where its first or last word has no time. */
  readonly startSeconds?: number | undefined;
  readonly endSeconds?: number | undefined;
}

/** A word is looked for within so many characters from the one before. */
const reach = 200;

/** The text cut before each word that was found in it, in order; words that were not found give no time. */
export function alignedWords({ text, words, speaker, startSeconds, endSeconds }: AlignedPassage): Cue[] {
  if (text.trim() === '') return [];
  const cuts: { at: number; word: TimedWord | undefined }[] = [];
  let from = 0;
  for (const word of words) {
    const wanted = word.text.trim();
    const at = wanted === '' ? -1 : text.slice(from, from + reach + wanted.length).indexOf(wanted);
    if (at < 0) continue;
    // What stands before the first word goes with it.
    cuts.push({ at: cuts.length === 0 ? 0 : from + at, word });
    from += at + wanted.length;
  }
  if (cuts.length === 0) cuts.push({ at: 0, word: undefined });
  return cuts.map(({ at, word }, index) => {
    const next = cuts[index + 1]?.at;
    const start = word?.startSeconds ?? (index === 0 ? startSeconds : undefined);
    const end = word?.endSeconds ?? (next === undefined ? endSeconds : undefined);
    return {
      text: text.slice(at, next),
      ...(index === 0 ? {} : { glued: /\S/.test(text.charAt(at - 1)) }),
      ...known({ speaker, startSeconds: start, endSeconds: end }),
    };
  });
}

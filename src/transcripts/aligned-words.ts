// Gives a passage's words the times that a machine found for them, without touching the passage's text.
import type { Cue } from './transcript.ts';

export interface TimedWord {
  readonly text: string;
  readonly startSeconds: number | undefined;
  readonly endSeconds: number | undefined;
}

/** A word is looked for within so many characters from the one before. */
const reach = 200;

/** The text cut before each word that was found in it, in order; words that were not found give no time. */
export function alignedWords(text: string, words: readonly TimedWord[]): Cue[] {
  const cuts: { at: number; word: TimedWord }[] = [];
  let from = 0;
  for (const word of words) {
    const wanted = word.text.trim();
    const at = wanted === '' ? -1 : text.slice(from, from + reach + wanted.length).indexOf(wanted);
    if (at < 0) continue;
    cuts.push({ at: from + at, word });
    from += at + wanted.length;
  }
  if (cuts.length === 0) return text.trim() === '' ? [] : [{ text }];
  return cuts.map(({ at, word: { startSeconds, endSeconds } }, index) => {
    const start = index === 0 ? 0 : at;
    return {
      text: text.slice(start, cuts[index + 1]?.at ?? text.length),
      ...(index === 0 ? {} : { glued: /\S/.test(text.charAt(start - 1)) }),
      ...(startSeconds === undefined ? {} : { startSeconds }),
      ...(endSeconds === undefined ? {} : { endSeconds }),
    };
  });
}

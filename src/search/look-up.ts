// Looks typed words up in the lexicon, all at once: what each surely may have been when it was said.

import type { LexiconQuery, LexiconWord, WordIndex } from '../library/word-index.ts';
import { withOrWithoutApostrophe } from '../text/apostrophes.ts';
import { bare, fold } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { type NamedSpeaker, type Reading, standing } from './group.ts';
import { longestNumber, saidNumber, typedNumber } from './numbers.ts';
import { lettersWithNumber, saidInFull, writtenShort } from './short-forms.ts';
import { otherSpellings } from './spellings.ts';
import { costs } from './weights.ts';

/** "you're", "don't"; not "paul's". */
const shortened = /\p{L}'(?!s$)\p{L}/u;

/** Somebody may be called You or Will: a word that is said so often means nobody. */
const tooCommonForAName = (segments: number): number => Math.max(50, segments * 0.03);

/** A typed word with what the library knows at once: everything but guesses. */
export interface TypedWord {
  readonly written: string;
  readonly exact: readonly LexiconWord[];
  readonly sure: readonly Reading[];
  readonly speakers: readonly NamedSpeaker[];
  /** The same number: typed without a space between, as "at&t", "5.99" and "node.js" are. */
  readonly token?: number;
  /** The sign beside a number: "$1 million". */
  readonly sign?: string;
}

export interface Understanding {
  readonly index: WordIndex;
  readonly languages: readonly string[];
  /** How many segments the library has. */
  readonly segments: number;
  /** The speakers who bear this folded name. */
  readonly speakersNamed: (name: string) => readonly NamedSpeaker[];
}

/** How the library may have written the very word, in this language. */
export function formsOf(written: string, language: string): string[] {
  const form = fold(written, language);
  return [form, ...withOrWithoutApostrophe(form)];
}

/** Of these words the very one, in each language as it is spelled there: Swedish "far" is not "får". */
export function wordsSpelled(written: string, words: readonly LexiconWord[]): LexiconWord[] {
  const languages = [...new Set(words.map(({ language }) => language))];
  return languages.flatMap((spoken) =>
    formsOf(written, spoken).flatMap((spelled) =>
      words.filter(({ form, language }) => form === spelled && language === spoken),
    ),
  );
}

/** Looks up all typed words at once, in every language of the library. */
export async function lookUp(written: readonly string[], context: Understanding): Promise<readonly TypedWord[]> {
  const { index, languages, speakersNamed } = context;
  const folded = (text: string): string[] => languages.flatMap((language) => formsOf(text, language));
  const stems = (text: string): LexiconQuery['stems'] =>
    [text, ...otherSpellings(bare(text))].flatMap((spelled) =>
      languages.map((language) => ({ stem: stem(spelled, language), language })),
    );
  const joins = joinsOf(written);
  const otherWays = written.map((text) => [
    ...saidNumber(text),
    ...present(saidInFull(bare(text))),
    ...otherSpellings(bare(text)).map((spelled) => [spelled]),
  ]);
  const words = await index.lexicon({
    forms: [
      ...new Set(
        [...written, ...joins.map(({ joined }) => joined), ...otherWays.flat(2)].flatMap((text) => folded(text)),
      ),
    ],
    stems: written.flatMap(stems),
  });
  const known = (text: string): LexiconWord[] => wordsSpelled(text, words);

  return written.map((text, at) => {
    const exact = known(text);
    const spoken = (otherWays[at] ?? []).map((said): Reading => ({ kind: 'spoken', places: said.map(known), cost: 0 }));
    const own = new Set([...exact, ...spoken.flatMap(({ places }) => places.flat())]);
    const roots = new Set(stems(text).map((asked) => `${asked.language} ${asked.stem}`));
    // A stemmer takes "you're" for a form of "your".
    const sameStem = exact.some(({ form }) => shortened.test(form))
      ? []
      : words.filter((word) => !own.has(word) && roots.has(`${word.language} ${word.root}`));
    const sure: Reading[] = [
      { kind: 'exact', places: [exact], cost: 0 },
      { kind: 'stem', places: [sameStem], cost: costs.stem },
      ...joins
        .filter(({ from, to }) => from <= at && at < to)
        .map(
          ({ joined, kind }): Reading => ({
            kind,
            places: [known(joined)],
            cost: kind === 'joined' ? costs.split : 0,
          }),
        ),
      ...spoken,
    ];
    return {
      written: text,
      exact,
      sure: sure.filter(({ places }) => places.every((place) => place.length > 0)),
      speakers: standing(exact) > tooCommonForAName(context.segments) ? [] : speakersNamed(text),
    };
  });
}

function present<T>(item: T | undefined): readonly T[] {
  return item === undefined ? [] : [item];
}

export interface Join {
  readonly kind: 'joined' | 'number' | 'spoken';
  readonly from: number;
  readonly to: number;
  readonly joined: string;
}

/** What typed words in a row may be as one: "java script", "twenty twenty". */
export function joinsOf(written: readonly string[]): Join[] {
  return written.flatMap((_, from) =>
    Array.from({ length: Math.min(longestNumber, written.length - from) }, (_, more): Join[] => {
      const to = from + more + 1;
      const run = written.slice(from, to);
      const words = run.map(bare);
      const withNumber = run.length > 1 ? lettersWithNumber(words, typedNumber) : undefined;
      return [
        ...(run.length === 2 ? [{ kind: 'joined' as const, from, to, joined: run.join('') }] : []),
        ...present(withNumber).map((joined) => ({ kind: 'number' as const, from, to, joined })),
        ...present(typedNumber(words) ?? writtenShort(words)).map((joined) => ({
          kind: run.length === 1 ? ('spoken' as const) : ('number' as const),
          from,
          to,
          joined,
        })),
      ];
    }).flat(),
  );
}

// Real quotes while somebody types: the last word is one that is only begun.

import type { Library } from '../library/library.ts';
import { fold } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import { broadFirst } from './broad.ts';
import { askIn } from './find.ts';
import { hitsOf } from './hits.ts';
import type { Known } from './known.ts';
import { lookUp, type TypedWord, type Understanding } from './look-up.ts';
import { mostWords } from './meaning.ts';
import { offered } from './offered.ts';
import { readPhrases } from './phrase.ts';
import { closing, parseQuery } from './query.ts';
import { scopeOf, withGiven } from './scope.ts';
import type { Hit, QueryFilters } from './search.ts';
import { seek } from './seek.ts';
import { withWholeNames } from './several-words.ts';
import { costs } from './weights.ts';
import { readWithout } from './without.ts';

/** One letter begins too many words. */
const leastLetters = 2;
const mostCompletions = 8;
const mostCandidates = 100;
/** A suggestion is one line. */
const mostCharacters = 110;

export async function suggestQuotes(
  text: string,
  filters: QueryFilters,
  limit: number,
  library: Library,
  known: Known,
): Promise<readonly Hit[]> {
  const query = await withWholeNames(parseQuery(text), known);
  const { rest, ...scoped } = await scopeOf(withGiven(query.filters, filters), known);
  const context: Understanding = { ...known, index: library, segments: known.stats.segments };
  // A phrase that is not closed yet is still being typed.
  const closed = query.parts.filter((part, at) => part.exact && (at < query.parts.length - 1 || closing.test(text)));
  const loose = query.parts.filter((part) => !closed.includes(part)).map((part) => part.text);
  // Of a long text, what is being typed are its last words.
  const written = [...loose, ...rest]
    .flatMap((part) => wordsOf(part))
    .slice(-mostWords)
    .map((word) => word.written);
  const unfinished = /[\p{L}\p{N}]$/u.test(text) ? written.at(-1) : undefined;
  const whole = unfinished === undefined ? written : written.slice(0, -1);
  const begun = unfinished !== undefined && [...unfinished].length >= leastLetters ? [unfinished] : [];
  const phrases = await readPhrases(
    closed.map((part) => part.text),
    context,
  );
  if (whole.length + begun.length + phrases.length === 0 || phrases.some(({ unknown }) => unknown)) return [];

  const without = await readWithout(query.without, context);
  const typed = await lookUp([...whole, ...begun], context);
  const completed = await Promise.all(typed.map((word, at) => (at < whole.length ? word : complete(word, context))));
  const ask = askIn(scoped, phrases, without, context, mostCandidates);
  const sought = await seek(completed, phrases, ask, context);
  // Words that are still being typed change with every letter: to put them in the order of a fan is not worth its time.
  const { ranked, groups } = completed.length > 1 ? sought : await broadFirst(sought, library);
  return (await hitsOf(ranked.slice(0, limit), groups, library, mostCharacters)).map(offered);
}

/** A word that is only begun may be any that begins so. */
async function complete(word: TypedWord, { index, languages }: Understanding): Promise<TypedWord> {
  const beginnings = [...new Set(languages.map((language) => fold(word.written, language)))];
  const found = await Promise.all(beginnings.map((beginning) => index.completions(beginning, mostCompletions)));
  const own = new Set(word.exact.map(({ id }) => id));
  const words = found.flat().filter(({ id }) => !own.has(id));
  if (words.length === 0) return word;
  return {
    ...word,
    exact: word.exact.length > 0 ? word.exact : words,
    sure: [...word.sure, { kind: 'stem', places: [words], cost: costs.begun }],
  };
}

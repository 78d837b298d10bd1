// "Did you mean …?": whole queries, near to the one typed, that would find something.

import { wordsOf } from '../text/words.ts';
import { bearsOut } from './guess.ts';
import { lookUp, type TypedWord } from './look-up.ts';
import type { Meaning } from './meaning.ts';
import { mostSlips, nearWords } from './near.ts';

const mostSuggestions = 3;
/** Of more words, whichever is unknown does not matter. */
const mostWords = 24;

/** For a query that found nothing. */
export async function suggestionsOf({ query, typed, context }: Meaning): Promise<readonly string[]> {
  const phrases = query.parts.filter(({ exact }) => exact).flatMap(({ text }) => wordsOf(text));
  const phrased = await lookUp(
    phrases.slice(0, mostWords).map(({ written }) => written),
    context,
  );
  const all = [...phrased, ...typed];
  const written = all.map((word) => word.written);
  // Of a phrase, another form of a word will not do.
  const isUnknown = ({ sure, exact }: TypedWord, at: number): boolean =>
    (at < phrased.length ? exact : sure).length === 0;
  const unknown = all.findIndex(isUnknown);
  const known = all.filter(({ sure }) => sure.length > 0).map((word) => word.written);
  // By itself a very common word finds nothing in particular.
  const telling = all.filter((word) => bearsOut(word, context.segments)).map((word) => word.written);
  // Beside another word that nobody said, a near one finds nothing either.
  const isOne = unknown >= 0 && !all.some((word, at) => at > unknown && isUnknown(word, at));
  const near = !isOne ? [] : await nearWords(written[unknown] ?? '', mostSuggestions, context, mostSlips.offered);
  const nearest = near.map(({ word }) => written.with(unknown, word.form).join(' '));
  if (phrases.length > 0) {
    // What nobody said in these very words may have been said in others; one word without its quotes is the same.
    return nearest.length > 0 || written.length < 2 ? nearest : [written.join(' ')];
  }
  const queries = [
    ...nearest,
    ...(telling.length > 0 && known.length < written.length ? [known.join(' ')] : []),
    ...(known.length > 1 && known.length === written.length ? telling : []),
  ];
  return [...new Set(queries)].filter((other) => other !== written.join(' ')).slice(0, mostSuggestions);
}

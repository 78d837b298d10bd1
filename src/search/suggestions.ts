// "Did you mean …?": whole queries, near to the one typed, that would find something.

import { plain } from '../text/spelling.ts';
import { wordsOf } from '../text/words.ts';
import { bearsOut } from './guess.ts';
import { lookUp, type TypedWord, type Understanding } from './look-up.ts';
import type { Meaning } from './meaning.ts';
import { isLikely, mostSlips, nearWords } from './near.ts';
import { readQuestion, withoutAsking } from './question.ts';

const mostSuggestions = 3;
/** Of more words, whichever is unknown does not matter. */
const mostWords = 24;
/** Fewer letters begin too many words. */
const leastBegun = 3;

/** For a query that found nothing. */
export async function suggestionsOf({ query, typed, context }: Meaning): Promise<readonly string[]> {
  const phrases = query.parts.filter(({ exact }) => exact).flatMap(({ text }) => wordsOf(text));
  const phrased = await lookUp(
    phrases.slice(0, mostWords).map(({ written }) => written),
    context,
  );
  // A question's own words would find something, but not what was asked.
  const all = [...phrased, ...(readQuestion(typed)?.words ?? withoutAsking(typed))];
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
  const forms = isOne ? await nearestTo(written[unknown] ?? '', context) : [];
  const nearest = forms.map((form) => written.with(unknown, form).join(' '));
  if (phrases.length > 0) {
    // What nobody said in these very words may have been said in others; one word without its quotes is the same.
    return nearest.length > 0 || written.length < 2 || known.length === 0 ? nearest : [written.join(' ')];
  }
  const queries = [
    ...nearest,
    ...(telling.length > 0 && known.length < written.length ? [known.join(' ')] : []),
    ...(known.length > 1 && known.length === written.length ? telling : []),
  ];
  return [...new Set(queries)].filter((other) => other !== written.join(' ')).slice(0, mostSuggestions);
}

/** What is spelled nearly so; before what is only just near, what begins so and is said most, for not all of it may have been typed. */
async function nearestTo(typed: string, context: Understanding): Promise<readonly string[]> {
  const near = await nearWords(typed, mostSuggestions, context, mostSlips.offered);
  const begun = [...typed].length < leastBegun ? [] : await context.index.completions(plain(typed), 1);
  const likely = near.filter(isLikely).map(({ word }) => word);
  const words = [...likely, ...begun, ...near.map(({ word }) => word)];
  return [...new Set(words.map(({ form }) => form))].slice(0, mostSuggestions);
}

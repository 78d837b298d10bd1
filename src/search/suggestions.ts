// "Did you mean …?": whole queries, near to the one typed, that would find something.

import type { Meaning } from './meaning.ts';
import { mostSlips, nearWords } from './near.ts';

const mostSuggestions = 3;

/** For a query that found nothing. */
export async function suggestionsOf({ query, typed, context }: Meaning): Promise<readonly string[]> {
  const phrases = query.parts.filter(({ exact }) => exact).map(({ text }) => text);
  // What nobody said in these very words may have been said in others.
  if (phrases.length > 0) return [[...phrases, ...typed.map(({ written }) => written)].join(' ')];
  const [unknown] = typed.filter(({ sure }) => sure.length === 0);
  const known = typed.filter(({ sure }) => sure.length > 0).map(({ written }) => written);
  const near =
    unknown === undefined ? [] : await nearWords(unknown.written, mostSuggestions, context.index, mostSlips.offered);
  const queries = [
    ...near.map(({ word }) => typed.map((each) => (each === unknown ? word.form : each.written)).join(' ')),
    ...(known.length > 0 && known.length < typed.length ? [known.join(' ')] : []),
    ...(known.length > 1 && known.length === typed.length ? known : []),
  ];
  return [...new Set(queries)].slice(0, mostSuggestions);
}

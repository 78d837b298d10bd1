// Puts together what a query means here: its words as the library knows them, its phrases, and where to look.

import type { Library } from '../library/library.ts';
import { wordsOf } from '../text/words.ts';
import type { Ask } from './find.ts';
import type { Known } from './known.ts';
import { lookUp, type TypedWord, type Understanding } from './look-up.ts';
import { type Phrase, readPhrases } from './phrase.ts';
import { parseQuery, type Query } from './query.ts';
import { asQuestion } from './question.ts';
import { scopeOf } from './scope.ts';
import type { Correction, QueryFilters, QueryProblem } from './search.ts';

export interface Meaning {
  readonly query: Query;
  readonly typed: readonly TypedWord[];
  readonly phrases: readonly Phrase[];
  /** Where to look, one after the other until something is found; none where nothing can be. */
  readonly asks: readonly Ask[];
  readonly problems: readonly QueryProblem[];
  readonly corrections: readonly Correction[];
  readonly context: Understanding;
}

/** Of more segments, the best is hardly better. */
const mostCandidates = 400;

/** More words than this tell nothing more. */
const mostWords = 24;

/** `filters`: as given beside the words; they go before those typed among them. */
export async function meaningOf(
  words: string,
  filters: QueryFilters,
  library: Library,
  known: Known,
): Promise<Meaning> {
  const query = parseQuery(words);
  const { speaker, episode, podcast, after, before } = filters;
  const given = Object.entries({ speaker, episode, podcast, after, before }).filter(([, value]) => value !== undefined);
  const { scope, ...scoped } = await scopeOf({ ...query.filters, ...Object.fromEntries(given) }, known);
  const context: Understanding = { ...known, index: library, segments: known.stats.segments };

  const loose = query.parts.filter(({ exact }) => !exact).flatMap(({ text }) => wordsOf(text));
  const written = loose.slice(0, mostWords).map((word) => word.written);
  const { typed, speakers } = asQuestion(await lookUp(written, context));
  const exact = query.parts.filter((part) => part.exact).map(({ text }) => text);
  const phrases = await readPhrases(exact, context);
  const without = await readPhrases(query.without, context);

  const wordless = typed.length === 0 && phrases.length === 0;
  const aimless = wordless && Object.keys(scope).length === 0;
  const ask: Ask = {
    index: library,
    scope,
    must: phrases.map(({ wanted }) => wanted),
    without: without.filter(({ unknown }) => !unknown).map(({ wanted }) => wanted),
    segments: known.stats.segments,
    most: mostCandidates,
  };
  const theirs: Ask = { ...ask, scope: { ...scope, speakerIds: speakers.map(({ id }) => id) } };
  const narrowed = speakers.length > 0 && scope.speakerIds === undefined;
  return {
    query,
    typed,
    phrases,
    asks: aimless || phrases.some(({ unknown }) => unknown) ? [] : [...(narrowed ? [theirs] : []), ask],
    problems: [...query.problems, ...scoped.problems, ...(aimless ? [{ kind: 'no-words', nearest: [] } as const] : [])],
    corrections: scoped.corrections,
    context,
  };
}

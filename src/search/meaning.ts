// Puts together what a query means here: its words as the library knows them, its phrases, and where to look.

import type { Library } from '../library/library.ts';
import { wordsOf } from '../text/words.ts';
import { type Attempt, attemptsAt } from './attempts.ts';
import { type Ask, askIn } from './find.ts';
import type { Known } from './known.ts';
import { lookUp, type TypedWord, type Understanding } from './look-up.ts';
import { nearName } from './near-names.ts';
import { signBeside } from './numbers.ts';
import { readPhrases } from './phrase.ts';
import { parseQuery, type Query } from './query.ts';
import { scopeOf, withGiven } from './scope.ts';
import type { Correction, QueryFilters, QueryProblem } from './search.ts';
import { withWholeNames } from './several-words.ts';
import { isSign, withSigns } from './signs.ts';
import { readWithout } from './without.ts';

export interface Meaning {
  readonly query: Query;
  readonly typed: readonly TypedWord[];
  /** What to look for, one after the other until something is found; none where nothing can be. */
  readonly attempts: readonly Attempt[];
  readonly problems: readonly QueryProblem[];
  readonly corrections: readonly Correction[];
  readonly context: Understanding;
}

/** Of more segments, the best is hardly better. */
const mostCandidates = 400;

/** More words than this tell nothing more. */
export const mostWords = 24;

/** Of an address, what people say: "changelog.com/live". */
const scheme = /^https?:\/\/(?:www\.)?/i;

/** `filters`: as given beside the words; they go before those typed among them. */
export async function meaningOf(
  words: string,
  filters: QueryFilters,
  library: Library,
  known: Known,
): Promise<Meaning> {
  const query = await withWholeNames(parseQuery(await withSigns(words)), known);
  const scoped = await scopeOf(withGiven(query.filters, filters), known);
  const { segments } = known.stats;
  const context: Understanding = { ...known, index: library, segments };

  const loose = query.parts.filter((part) => !part.exact).map(({ text }) => text);
  const { typed, corrections } = await understood([...loose, ...scoped.rest], context);
  const exact = query.parts.filter((part) => part.exact).map(({ text }) => text);
  const phrases = await readPhrases(exact, context);
  const without = await readWithout(query.without, context);
  const ask = askIn(scoped, phrases, without, context, mostCandidates);

  const wordless = typed.length === 0 && phrases.length === 0;
  const aimless = wordless && Object.keys(scoped.scope).length + scoped.without.length === 0;
  const isHopeless = aimless || phrases.some(({ unknown }) => unknown);
  return {
    query,
    typed,
    attempts: isHopeless ? [] : await attemptsAt(typed, phrases, ask, context),
    problems: [...query.problems, ...scoped.problems, ...(aimless ? [{ kind: 'no-words', nearest: [] } as const] : [])],
    corrections: [...scoped.corrections, ...corrections],
    context,
  };
}

/** The words of what was typed, as the library knows them. One that is nearly a speaker's name is read as that. */
async function understood(
  texts: readonly string[],
  context: Understanding,
): Promise<Pick<Meaning, 'typed' | 'corrections'>> {
  const words = texts
    .flatMap((text, token) =>
      wordsOf(text.replace(scheme, '')).map(({ written }) => ({ token, written, sign: signBeside(text) })),
    )
    .slice(0, mostWords);
  const written = words.map((word) => word.written);
  const lookedUp = async (those: readonly string[]): Promise<readonly TypedWord[]> =>
    (await lookUp(those, context)).map((word, at): TypedWord => {
      const { token = at, sign } = words[at] ?? {};
      return { ...word, token, ...(sign === undefined ? {} : { sign }) };
    });
  const asTyped = await lookedUp(written);
  const { index, segments } = context;
  const everywhere: Ask = { index, scope: {}, must: [], without: [], withoutVerbatim: [], segments, most: 1 };
  const name = await nearName(asTyped, everywhere, context);
  const all = name === undefined ? asTyped : await lookedUp(written.with(name.at, name.used));
  // What is left of a page's signs was not said, but where nothing else was typed.
  const spoken = all.filter(({ written: word, exact }) => exact.length > 0 || !isSign(word));
  return {
    typed: spoken.length > 0 ? spoken : all,
    corrections: name === undefined ? [] : [{ typed: name.typed, used: name.used }],
  };
}

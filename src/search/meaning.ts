// Puts together what a query means here: its words as the library knows them, its phrases, and where to look.

import type { Library } from '../library/library.ts';
import { wordsOf } from '../text/words.ts';
import { type Ask, wordsOfAPhrase } from './find.ts';
import { standing } from './group.ts';
import { commonHere } from './guess.ts';
import type { Known } from './known.ts';
import { lookUp, type TypedWord, type Understanding } from './look-up.ts';
import { nearName } from './near-names.ts';
import { signBeside } from './numbers.ts';
import { type Phrase, readPhrases } from './phrase.ts';
import { parseQuery, type Query } from './query.ts';
import { readNamed, readQuestion, withoutAsking } from './question.ts';
import { scopeOf, withGiven } from './scope.ts';
import type { Correction, QueryFilters, QueryProblem } from './search.ts';
import { withWholeNames } from './several-words.ts';
import { isSign, withSigns } from './signs.ts';
import { eitherWay, isVersus, versus } from './versus.ts';

export interface Meaning {
  readonly query: Query;
  readonly typed: readonly TypedWord[];
  /** What to look for, one after the other until something is found; none where nothing can be. */
  readonly attempts: readonly Attempt[];
  readonly problems: readonly QueryProblem[];
  readonly corrections: readonly Correction[];
  readonly context: Understanding;
}

export interface Attempt {
  readonly typed: readonly TypedWord[];
  readonly phrases: readonly Phrase[];
  readonly ask: Ask;
  readonly enough: Enough;
}

/** What makes it an answer: all words are there; they stand there as such; it is nearly that sentence; or what tells most of it is there. */
export type Enough = 'all' | 'said' | 'nearly' | 'most';

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
  const { scope, ...scoped } = await scopeOf(withGiven(query.filters, filters), known);
  const context: Understanding = { ...known, index: library, segments: known.stats.segments };

  const loose = [...query.parts.filter((part) => !part.exact).map(({ text }) => text), ...scoped.rest]
    .flatMap((text, token) =>
      wordsOf(text.replace(scheme, '')).map((word) => ({ token, written: word.written, sign: signBeside(text) })),
    )
    .slice(0, mostWords);
  const written = loose.map((word) => word.written);
  const lookedUp = async (words: readonly string[]): Promise<readonly TypedWord[]> =>
    (await lookUp(words, context)).map((word, at): TypedWord => {
      const { token = at, sign } = loose[at] ?? {};
      return { ...word, token, ...(sign === undefined ? {} : { sign }) };
    });
  const asTyped = await lookedUp(written);
  const everywhere = { index: library, scope: {}, must: [], without: [], segments: known.stats.segments, most: 1 };
  const name = await nearName(asTyped, everywhere, context);
  const all = name === undefined ? asTyped : await lookedUp(written.with(name.at, name.used));
  const spoken = all.filter(({ written: word, exact }) => exact.length > 0 || !isSign(word));
  const typed = spoken.length > 0 ? spoken : all;
  const exact = query.parts.filter((part) => part.exact).map(({ text }) => text);
  const phrases = await readPhrases(exact, context);
  const without = await readPhrases(query.without, context);

  const wordless = typed.length === 0 && phrases.length === 0;
  const aimless = wordless && Object.keys(scope).length + scoped.without.length === 0;
  const ask = (must: readonly Phrase[], where = scope): Ask => ({
    index: library,
    scope: where,
    must,
    without: [...scoped.without, ...without.filter(({ unknown }) => !unknown).map(({ wanted }) => wanted)],
    segments: known.stats.segments,
    most: mostCandidates,
  });
  const isCommon = ({ exact }: TypedWord): boolean => standing(exact) > known.stats.segments * commonHere;
  const compares = typed.some(isVersus);
  const ways = compares ? await lookUp(versus, context) : [];
  /** As it was said, if it was; else what is compared. */
  const compared = (attempt: Attempt): readonly Attempt[] => {
    if (!attempt.typed.some(isVersus)) return [attempt];
    const said = attempt.typed.map((word, at) => (isVersus(word, at, attempt.typed) ? eitherWay(word, ways) : word));
    const left = attempt.typed.filter((word, at) => !isVersus(word, at, attempt.typed));
    const heard = left.filter(({ exact }) => exact.length > 0);
    return [
      { ...attempt, typed: said, enough: 'said' },
      { ...attempt, typed: left },
      // Of two that are compared, one is an answer where nobody spoke of the other.
      ...(heard.length > 0 && heard.length < left.length ? [{ ...attempt, typed: heard }] : []),
    ];
  };
  const attempts = async (): Promise<readonly Attempt[]> => {
    const plainly: Attempt = { typed, phrases, ask: ask(phrases), enough: 'most' };
    const asked = readQuestion(typed) ?? readNamed(typed);
    if (asked === undefined) {
      const topic = withoutAsking(typed);
      if (topic.length === typed.length || topic.every(isCommon)) return [plainly];
      return [
        { ...plainly, enough: 'said' },
        { ...plainly, typed: topic },
      ];
    }
    const { topic, speakers, words } = asked;
    // Somebody may have said the very words, or nearly so.
    const said = [...phrases, ...(await readPhrases([written.join(' ')], context))];
    const theirs = { ...scope, speakerIds: speakers.map(({ id }) => id) };
    const verbatim: Attempt = { typed: [], phrases: said, ask: ask(said), enough: 'all' };
    const nearly: Attempt = { ...plainly, typed: typed.map(unnamed), enough: 'nearly' };
    const byThem: Attempt = {
      typed: topic,
      phrases,
      ask: ask(phrases, theirs),
      enough: asked.question ? 'most' : 'all',
    };
    return [
      ...(said.some(({ unknown }) => unknown) ? [] : [verbatim]),
      ...(typed.length >= wordsOfAPhrase ? [nearly] : []),
      ...(speakers.length > 0 && scope.speakerIds === undefined ? [byThem] : []),
      { ...plainly, typed: words },
    ];
  };
  return {
    query,
    typed,
    attempts: aimless || phrases.some(({ unknown }) => unknown) ? [] : (await attempts()).flatMap(compared),
    problems: [...query.problems, ...scoped.problems, ...(aimless ? [{ kind: 'no-words', nearest: [] } as const] : [])],
    corrections: [...scoped.corrections, ...(name === undefined ? [] : [{ typed: name.typed, used: name.used }])],
    context,
  };
}

/** As a word alone, whoever is called so. */
function unnamed(word: TypedWord): TypedWord {
  return { ...word, speakers: [] };
}

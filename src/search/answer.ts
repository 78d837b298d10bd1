// Answers a query with quotes: reads it, finds segments that may answer, ranks them, cuts the page that was asked for.

import type { Library } from '../library/library.ts';
import type { Candidate, Wanted } from '../library/word-index.ts';
import { wordsOf } from '../text/words.ts';
import { broadFirst } from './broad.ts';
import { correctionsOf } from './corrections.ts';
import { type Ask, type Found, findAll, findAllButOne, findAny, findInRow, findRepeated } from './find.ts';
import type { Group } from './group.ts';
import { hitsOf } from './hits.ts';
import type { Known } from './known.ts';
import { exactRun, type Phrase, readPhrases } from './phrase.ts';
import { parseQuery } from './query.ts';
import { asQuestion } from './question.ts';
import { type Ranked, rank } from './rank.ts';
import { scopeOf } from './scope.ts';
import type { QueryProblem, QuoteAnswer, QuoteRequest } from './search.ts';
import { suggestionsOf } from './suggestions.ts';
import { groupsOf, lookUp, type TypedWord, type Understanding } from './understand.ts';

/** More words than this tell nothing more. */
const mostWords = 24;

export async function answer(request: QuoteRequest, library: Library, known: Known): Promise<QuoteAnswer> {
  const started = performance.now();
  const query = parseQuery(request.words);
  const { speaker, episode, podcast, after, before } = request;
  const given = Object.entries({ speaker, episode, podcast, after, before }).filter(([, value]) => value !== undefined);
  const scoped = await scopeOf({ ...query.filters, ...Object.fromEntries(given) }, library);
  const context: Understanding = {
    index: library,
    languages: known.languages,
    segments: known.stats.segments,
    speakersNamed: known.speakersNamed,
  };

  const loose = query.parts.filter(({ exact }) => !exact).flatMap(({ text }) => wordsOf(text));
  const typed = asQuestion(
    await lookUp(
      loose.slice(0, mostWords).map(({ written }) => written),
      context,
    ),
  );
  const phrases = await readPhrases(
    query.parts.filter(({ exact }) => exact),
    context,
  );
  const without = await readPhrases(
    query.without.map((text) => ({ text, exact: true })),
    context,
  );
  const problems: QueryProblem[] = [...query.problems, ...scoped.problems];
  const filtered = Object.keys(scoped.scope).length > 0;
  if (typed.length === 0 && phrases.length === 0 && !filtered) problems.push({ kind: 'no-words', nearest: [] });

  const ask: Ask = {
    index: library,
    scope: scoped.scope,
    must: phrases.map(({ wanted }) => wanted),
    without: without.map(({ wanted }): Wanted => wanted),
    segments: known.stats.segments,
  };
  const nothing = problems.some(({ kind }) => kind === 'no-words') || phrases.some(({ unknown }) => unknown);
  const sought = nothing ? { ranked: [], groups: [], more: false } : await seek(typed, phrases, ask, context);
  const ordered = await broadFirst(sought, library);
  const hits = await hitsOf(ordered.slice(request.offset, request.offset + request.limit), sought.groups, library);
  return {
    hits,
    total: { count: ordered.length, atLeast: sought.more },
    corrections: [...scoped.corrections, ...correctionsOf(ordered[0], sought.groups, hits[0])],
    suggestions: hits.length > 0 || request.offset > 0 ? [] : await suggestionsOf(query, typed, context),
    problems,
    looked: known.stats,
    ms: performance.now() - started,
  };
}

export interface Sought {
  readonly ranked: readonly Ranked[];
  readonly groups: readonly Group[];
  /** True where there are more than were looked at. */
  readonly more: boolean;
}

/** From what promises most to what promises less, until something fits. */
export async function seek(
  typed: readonly TypedWord[],
  phrases: readonly Phrase[],
  ask: Ask,
  context: Understanding,
): Promise<Sought> {
  const found = new Map<number, Candidate>();
  let more = false;
  const collect = (looked: Found): void => {
    for (const candidate of looked.candidates) {
      if (phrases.every((phrase) => exactRun(candidate.words, phrase))) found.set(candidate.segment, candidate);
    }
    more ||= looked.more;
  };
  const fixed = phrases.flatMap(({ groups }) => groups);
  const rankAll = (groups: readonly Group[]): readonly Ranked[] => rank([...found.values()], [...groups, ...fixed]);
  const sought = (ranked: readonly Ranked[], groups: readonly Group[]): Sought => ({
    ranked,
    groups: [...groups, ...fixed],
    more,
  });

  const strict = await groupsOf(typed, false, context);
  const meant = strict.filter(isKnown);
  if (meant.length === 0) {
    if (phrases.length === 0 && typed.length > 0) return sought([], strict);
    collect(await findAny(ask));
    return sought(rankAll(strict), strict);
  }
  const [only] = meant;
  if (meant.length === 1 && only !== undefined) {
    collect(await findAll(meant, ask));
    if (more) collect(await findRepeated(only, ask));
  } else {
    collect(await findAll(meant, ask));
    // Of too many that hold them all, those that hold them in a row are not to be missed.
    if (more) collect(await findInRow(meant, ask));
  }
  let ranked = rankAll(strict);
  if (fits(ranked, strict)) return sought(ranked, strict);

  if (meant.length > 2) {
    collect(await findAllButOne(meant, ask));
    ranked = rankAll(strict);
    if (fits(ranked, strict)) return sought(ranked, strict);
  }
  const doubted = await groupsOf(typed, true, context);
  const likely = doubted.filter(isKnown);
  collect(await findAll(likely, ask));
  if (found.size === 0) collect(await findAllButOne(likely, ask));
  return sought(rankAll(doubted), doubted);
}

/** So many words are typed of a remembered sentence, rather than to look for. */
const wordsOfAPhrase = 4;
/** With so much of it met, it was that sentence. */
const almostThePhrase = 0.6;
/** Words that stand farther apart than this may have met by chance. */
const leastCloseness = 0.12;

/** All words are there, and not just anywhere. */
function fits(ranked: readonly Ranked[], groups: readonly Group[]): boolean {
  const [best] = ranked;
  if (best === undefined) return false;
  if (groups.length >= wordsOfAPhrase) return best.share > almostThePhrase;
  return best.matched === groups.length && best.closeness > leastCloseness;
}

function isKnown({ readings, speakers }: Group): boolean {
  return readings.length + speakers.length > 0;
}

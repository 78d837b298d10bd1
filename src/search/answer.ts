// Answers a query with quotes: what is meant, what was said of it, and the page that was asked for.

import type { Library } from '../library/library.ts';
import type { Enough } from './attempts.ts';
import { broadFirst } from './broad.ts';
import { correctionsOf, unheardOf } from './corrections.ts';
import { above } from './decisive.ts';
import { wordsOfAPhrase } from './find.ts';
import type { Group } from './group.ts';
import { hitsOf } from './hits.ts';
import type { Known } from './known.ts';
import { meaningOf } from './meaning.ts';
import type { Ranked } from './rank.ts';
import type { QuoteAnswer, QuoteRequest } from './search.ts';
import { seek } from './seek.ts';
import { almostThePhrase, type Sought } from './seeking.ts';
import { suggestionsOf } from './suggestions.ts';
import { worth } from './weights.ts';

const nothing: Sought = { ranked: [], groups: [], more: false };

export async function answer(request: QuoteRequest, library: Library, known: Known): Promise<QuoteAnswer> {
  const started = performance.now();
  const { words, offset, limit, ...filters } = request;
  const meaning = await meaningOf(words, filters, library, known);
  let sought = nothing;
  for (const { typed, phrases, ask, enough } of meaning.attempts) {
    sought = await seek(typed, phrases, ask, meaning.context);
    if (enough === 'said') sought = togetherFirst(sought);
    if (answers(sought, enough, known.stats.segments)) break;
  }
  const { ranked, groups, more } = await broadFirst(sought, library);
  const hits = await hitsOf(ranked.slice(offset, offset + limit), groups, library);
  return {
    hits,
    total: { count: ranked.length, atLeast: more },
    corrections: [...meaning.corrections, ...(await correctionsOf(ranked[0], groups, library))],
    unheard: unheardOf(ranked[0], groups),
    suggestions: ranked.length > 0 ? [] : await suggestionsOf(meaning),
    problems: meaning.problems,
    looked: known.stats,
    ms: performance.now() - started,
  };
}

/** Of what tells most of a question, "and" is no answer to "rick and morty". */
function answers({ ranked: [best], groups }: Sought, enough: Enough, segments: number): boolean {
  if (best === undefined) return false;
  if (enough === 'all') return best.matched >= groups.length;
  if (enough === 'said') return isSaid(best, groups, segments);
  if (enough === 'nearly') return best.share > almostThePhrase;
  const met = new Set(best.met.map(({ group }) => group));
  const tell = (those: readonly Group[]): number => those.reduce((sum, { rarity }) => sum + rarity, 0);
  return tell(groups.filter((_, at) => met.has(at))) >= tell(groups) * worth.least;
}

/** What holds all of it with no other word between goes before what ranks higher without. */
function togetherFirst(sought: Sought): Sought {
  return {
    ...sought,
    ranked: above(
      sought.ranked.filter((each) => isTogether(each, sought.groups.length)),
      sought.ranked,
    ),
  };
}

function isTogether({ matched, stretch }: Ranked, words: number): boolean {
  const places = stretch.map(({ at }) => at);
  return matched >= words && Math.max(...places) - Math.min(...places) < words;
}

/** A word in so small a part of the segments was no topic here, and may well be a slip of memory. */
const topical = 0.002;

/** The very words, or nearly so, with what the sentence is about: "where did the name come from" is said of many names. */
function isSaid(best: Ranked, groups: readonly Group[], segments: number): boolean {
  if (isTogether(best, groups.length)) return true;
  const met = new Set(best.stretch.map(({ group }) => group));
  const heard = groups.filter(({ readings }) => readings.length > 0);
  const telling = Math.max(...heard.map(({ rarity }) => rarity));
  const lacksTopic = groups.some(
    (group, at) => group.rarity === telling && group.segments > segments * topical && !met.has(at),
  );
  const inPlace = groups.length >= wordsOfAPhrase && best.placed.length >= groups.length - 1;
  return !lacksTopic && (inPlace || best.share > almostThePhrase);
}

// Orders answers that hold what was asked for equally well as a fan would: what is about it, reads well alone, from many episodes.

import type { Library } from '../library/library.ts';
import { wordsOfAPhrase } from './find.ts';
import { type Group, isGuess, type Reading, standingOf } from './group.ts';
import { hitOfEach } from './hits.ts';
import { hasSigns } from './numbers.ts';
import { newer, type Ranked } from './rank.ts';
import { inARow, rowsOf } from './rows.ts';
import type { Sought } from './seeking.ts';
import { standsAlone } from './stand-alone.ts';
import { broad } from './weights.ts';

/** So many of the best are read to see how they read alone. */
const read = 20;
/** At most so many of one episode among the first. */
const mostOfAnEpisode = 2;
const first = 10;
/** Of fewer as good ones, the one that ranks first was meant. */
const few = 4;

/**
 * Of several words only those answers that are as good as the best and hold them in a row: "css in js" is one broad word
 * as well, while three words from here and there are one sentence's.
 */
export async function broadFirst(sought: Sought, library: Library): Promise<Sought> {
  const { ranked, groups } = sought;
  if (groups.length === 0) return { ...sought, ranked: await aloneFirst(ranked, library) };
  const one = groups.length === 1;
  const phrase = groups.length >= wordsOfAPhrase;
  const least = (ranked[0]?.score ?? 0) * (one ? 0 : phrase ? broad.asGoodPhrase : broad.asGood);
  const equals = ranked.filter((each) => each.score >= least && (one || phrase || inARow(each, groups.length)));
  if (!one && equals.length < few) return sought;
  const others = ranked.filter((each) => !equals.includes(each));
  const likelihood = one ? likelihoods(equals) : () => 1;
  // A sentence that somebody remembers is about more than its words.
  const topical = (each: Ranked) => (phrase ? 1 : 1 + broad.about * aboutness(each, groups.length));
  const spoken = phrase ? () => 1 : spokenFirst(equals);
  const about = equals
    .map((each) => ({ ...each, score: each.score * topical(each) * likelihood(each) * spoken(each) }))
    .sort((one, other) => other.score - one.score);
  const top = about.slice(0, read);
  const quoteOf = await quotesOf(top, groups, library);
  const reads = (text: string): number =>
    (1 + broad.standsAlone * standsAlone(text)) * (hasSigns(groups, text) ? 1 : broad.otherSign);
  const best = top
    .map((each) => ({ ...each, score: rounded(each.score * reads(quoteOf(each))) }))
    .sort((one, other) => other.score - one.score || newer(one.candidate, other.candidate));
  return { ...sought, ranked: [...spread([...best, ...about.slice(read)]), ...others] };
}

/** Of a filter alone, nothing tells but how each reads: of as many episodes as can be, those of a usual length. */
async function aloneFirst(ranked: readonly Ranked[], library: Library): Promise<readonly Ranked[]> {
  const unusual = ({ candidate: { words } }: Ranked) => Math.abs(words.length - broad.usualLength);
  const likely = spread(
    [...ranked].sort((one, other) => unusual(one) - unusual(other)),
    read,
  );
  const top = likely.slice(0, read);
  const quoteOf = await quotesOf(top, [], library);
  const reads = (each: Ranked) => standsAlone(quoteOf(each));
  return [...top.sort((one, other) => reads(other) - reads(one)), ...likely.slice(read)];
}

/** What would be shown of each; nothing of what is gone by now. */
async function quotesOf(
  ranked: readonly Ranked[],
  groups: readonly Group[],
  library: Library,
): Promise<(each: Ranked) => string> {
  const hits = await hitOfEach(ranked, groups, library);
  const quotes = new Map(ranked.map((each, at) => [each, hits[at]?.quote.text]));
  return (each) => quotes.get(each) ?? '';
}

/** What nobody is known to have said, in an episode whose speakers are known, is an author's text around the talk. */
function spokenFirst(ranked: readonly Ranked[]): (each: Ranked) => number {
  const named = new Set(ranked.flatMap(({ candidate }) => (candidate.speaker > 0 ? [candidate.episode] : [])));
  return ({ candidate: { speaker, episode } }) => (speaker === 0 && named.has(episode) ? broad.aroundTalk : 1);
}

/** Of the words that one may have been a slip for, the likelier comes first: every answer is told by the one it holds. */
function likelihoods(ranked: readonly Ranked[]): (each: Ranked) => number {
  const readings = new Set(ranked.flatMap(({ met }) => met.map(({ reading }) => reading)));
  const costs = new Map<string, number>();
  const most = Math.max(...[...readings].map(standingOf));
  for (const reading of readings) {
    const root = rootOf(reading);
    // Another form of a word is no guess; of guesses, the one that is said more often is likelier.
    const cost = isGuess(reading) ? reading.cost + broad.oftener * Math.log(most / standingOf(reading)) : 0;
    costs.set(root, Math.min(costs.get(root) ?? Number.POSITIVE_INFINITY, cost));
  }
  const least = Math.min(...costs.values());
  const costOf = ({ met }: Ranked) => Math.min(...met.map(({ reading }) => costs.get(rootOf(reading)) ?? least));
  return (each) => (each.met.length === 0 ? 1 : Math.exp(least - costOf(each)));
}

const rootOf = ({ places }: Reading): string => places.map((words) => words[0]?.root ?? '').join(' ');

/** So near are two of the same worth: then the newer one is first. */
function rounded(score: number): number {
  return Math.round(score * 2) / 2;
}

/** From 0 to nearly 1: how much of the segment is about the word, or the words in a row. */
function aboutness({ met, candidate }: Ranked, words: number): number {
  const times = rowsOf(met, words);
  const longer = candidate.words.length / broad.usualLength;
  return times / (times + broad.half * (1 - broad.length + broad.length * longer));
}

/** An episode's third answer and those after it wait until so many places are filled. */
function spread(ranked: readonly Ranked[], places = first): readonly Ranked[] {
  const taken = new Map<number, number>();
  const now: Ranked[] = [];
  const later: Ranked[] = [];
  for (const each of ranked) {
    const times = (taken.get(each.candidate.episode) ?? 0) + 1;
    taken.set(each.candidate.episode, times);
    (times <= mostOfAnEpisode || now.length >= places ? now : later).push(each);
  }
  return now.length < places ? [...now, ...later] : [...now.slice(0, places), ...later, ...now.slice(places)];
}

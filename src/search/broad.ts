// Orders the answers to one broad word as a fan would: what is about it and reads well alone, from many episodes.

import type { Library } from '../library/library.ts';
import { hitsOf } from './hits.ts';
import type { Ranked } from './rank.ts';
import type { Sought } from './seek.ts';
import { standsAlone } from './stand-alone.ts';
import { broad } from './weights.ts';

/** So many of the best are read to see how they read alone. */
const read = 24;
/** At most so many of one episode among the first. */
const mostOfAnEpisode = 2;
const first = 10;

/** Answers to several words stay as they are: they are meant. */
export async function broadFirst(sought: Sought, library: Library): Promise<Sought> {
  const { ranked, groups } = sought;
  if (groups.length > 1) return sought;
  const about = ranked
    .map((each) => ({ ...each, score: each.score * (1 + broad.about * aboutness(each)) }))
    .sort((one, other) => other.score - one.score);
  const top = about.slice(0, read);
  const quotes = new Map(
    (await hitsOf(top, groups, library)).map((hit, at) => [top[at]?.candidate.segment, hit.quote]),
  );
  const best = top
    .map((each) => ({
      ...each,
      score: each.score * (1 + broad.standsAlone * standsAlone(quotes.get(each.candidate.segment)?.text ?? '')),
    }))
    .sort(
      (one, other) =>
        round(other.score) - round(one.score) ||
        (other.candidate.day ?? 0) - (one.candidate.day ?? 0) ||
        one.candidate.segment - other.candidate.segment,
    );
  return { ...sought, ranked: spread([...best, ...about.slice(read)]) };
}

/** So near are two of the same worth: then the newer one is first. */
function round(score: number): number {
  return Math.round(score * 2);
}

/** From 0 to nearly 1: how much of the segment is about the word. */
function aboutness({ met, candidate }: Ranked): number {
  const times = new Set(met.map(({ at }) => at)).size;
  return times / (times + broad.half * (0.3 + (0.7 * candidate.words.length) / broad.usualLength));
}

/** An episode's third answer and those after it wait until the first places are filled. */
function spread(ranked: readonly Ranked[]): readonly Ranked[] {
  const taken = new Map<number, number>();
  const now: Ranked[] = [];
  const later: Ranked[] = [];
  for (const each of ranked) {
    const times = (taken.get(each.candidate.episode) ?? 0) + 1;
    taken.set(each.candidate.episode, times);
    (times <= mostOfAnEpisode || now.length >= first ? now : later).push(each);
  }
  return now.length < first ? [...now, ...later] : [...now.slice(0, first), ...later, ...now.slice(first)];
}

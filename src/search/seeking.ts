// What is looked for and what has been found so far, while one step after the other looks for more.

import type { Candidate } from '../library/word-index.ts';
import { type Ask, type Found, wordsOfAPhrase } from './find.ts';
import type { Group } from './group.ts';
import { commonHere } from './guess.ts';
import type { TypedWord, Understanding } from './look-up.ts';
import type { Phrase } from './phrase.ts';
import { type Ranked, rank } from './rank.ts';

export interface Sought {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** What they were ranked by; `Met.group` counts them. */
  readonly groups: readonly Group[];
  /** True where there are more than were looked at. */
  readonly more: boolean;
}

/** What stands in fewer segments, and in a smaller part of them, may be a topic however common it is. */
const everywhere = { least: 25, part: 0.3 } as const;
/** With so much of it met, it was that sentence. */
export const almostThePhrase = 0.65;
/** Words that stand farther apart than this may have met by chance. */
const leastCloseness = 0.12;

export class Seeking {
  readonly typed: readonly TypedWord[];
  readonly phrases: readonly Phrase[];
  /** What each typed word may have been. */
  readonly groups: readonly Group[];
  /** The same, and behind them the words of exact phrases: what is found is ranked by them all. */
  readonly all: readonly Group[];
  /** Those of them that the library has. */
  readonly meant: readonly Group[];
  readonly ask: Ask;
  readonly context: Understanding;
  readonly #found = new Map<number, Candidate>();
  #ranked: readonly Ranked[] | undefined;
  #more = false;

  constructor(
    typed: readonly TypedWord[],
    phrases: readonly Phrase[],
    groups: readonly Group[],
    ask: Ask,
    context: Understanding,
  ) {
    this.typed = typed;
    this.phrases = phrases;
    this.groups = groups;
    this.meant = groups.filter(isKnown);
    this.ask = ask;
    this.context = context;
    this.all = this.withPhrases(groups);
  }

  /** Takes what is found, and answers it. */
  async look(looking: Promise<Found>): Promise<readonly Candidate[]> {
    const { candidates, more } = await looking;
    for (const candidate of candidates) this.#found.set(candidate.segment, candidate);
    this.#ranked = undefined;
    this.#more ||= more;
    return candidates;
  }

  get isEmpty(): boolean {
    return this.#found.size === 0;
  }

  /** Whether there are more than were looked at. */
  get hasMore(): boolean {
    return this.#more;
  }

  /** All that has been found, best first. */
  get ranked(): readonly Ranked[] {
    this.#ranked ??= this.rankBy(this.groups);
    return this.#ranked;
  }

  rankBy(groups: readonly Group[]): readonly Ranked[] {
    return rank([...this.#found.values()], this.withPhrases(groups));
  }

  rankAmong(candidates: readonly Candidate[]): readonly Ranked[] {
    return rank(candidates, this.all);
  }

  sought(ranked: readonly Ranked[], groups = this.groups): Sought {
    return { ranked, groups: this.withPhrases(groups), more: this.#more };
  }

  /** What has been found, where the best of it is an answer: all words are there, and not just anywhere. */
  soughtIfItFits(): Sought | undefined {
    return fits(this.ranked[0], this.all) ? this.sought(this.ranked) : undefined;
  }

  private withPhrases(groups: readonly Group[]): readonly Group[] {
    return [...groups, ...this.phrases.flatMap((phrase) => phrase.groups)];
  }

  readonly isCommon = ({ segments, speakers }: Group): boolean =>
    speakers.length === 0 && segments > this.context.segments * commonHere;

  /** In a library of one episode, what it is about is common. */
  readonly isEverywhere = (group: Group): boolean =>
    this.isCommon(group) && group.segments > Math.min(everywhere.least, this.context.segments * everywhere.part);
}

/** Whether it is an answer: all words are there, and not just anywhere. */
export function fits(best: Ranked | undefined, groups: readonly Group[]): boolean {
  if (best === undefined) return false;
  return groups.length >= wordsOfAPhrase
    ? best.share > almostThePhrase
    : best.matched === groups.length && best.closeness > leastCloseness;
}

export function isKnown({ readings, speakers }: Group): boolean {
  return readings.length + speakers.length > 0;
}

// Asks the library for segments that may answer.

import type { Candidate, LexiconWord, Scope, Wanted, WordIndex } from '../library/word-index.ts';
import { holdsRun, type Run } from '../text/runs.ts';
import { everywhere, expectedOf, rarest, tooMany } from './expected.ts';
import { type Group, inRow, nearby, standing, stemsOf } from './group.ts';
import type { Understanding } from './look-up.ts';
import type { Phrase } from './phrase.ts';
import type { Scoped } from './scope.ts';
import type { Without } from './without.ts';

/** Words are asked for, the rarest first, until so few segments are expected to hold them all. */
const fewEnough = 5;
/** The same, where any one of them may be wrong. */
const fewEnoughButOne = 10;
/** So many words are typed of a remembered sentence, rather than to look for. */
export const wordsOfAPhrase = 4;
/** A word that is less than this part of what its stem finds may be missing among the first that are looked at. */
const rarerForm = 0.5;
/** To look through more segments than this for a word takes longer than anybody waits. */
const mostLookedThrough = 200_000;
/** Of more common words the rarest will do to say where they stand near each other. */
const mostNear = 6;
/** A piece of a sentence is at most so many words in a row, which so few segments are expected to hold; so many are tried. */
const longestPiece = 6;
const fewInPiece = 1;
const mostPieces = 12;
/** Or two of its rarest words with so many others between them. */
const nearInPieces = 6;

export interface Ask {
  readonly index: WordIndex;
  readonly scope: Scope;
  /** What they must hold whatever else they hold: exact phrases. */
  readonly must: readonly Phrase[];
  /** What they must not hold. */
  readonly without: readonly Wanted[];
  /** The same of the very words. */
  readonly withoutVerbatim: readonly Run[];
  /** How many segments the library has. */
  readonly segments: number;
  /** So many segments of one kind are looked at. */
  readonly most: number;
}

/** Where to look for what holds all of `must`, and nothing of what is left out by name or by word. */
export function askIn(
  { scope, without }: Pick<Scoped, 'scope' | 'without'>,
  must: readonly Phrase[],
  { wanted, verbatim }: Without,
  { index, segments }: Understanding,
  most: number,
): Ask {
  return { index, scope, must, without: [...without, ...wanted], withoutVerbatim: verbatim, segments, most };
}

export interface Found {
  readonly candidates: readonly Candidate[];
  /** True where there are more than were looked at. */
  readonly more: boolean;
}

/** Segments that hold all groups, wherever. */
export function findAll(groups: readonly Group[], ask: Ask): Promise<Found> {
  return find(rarest(groups, fewEnough, 0, ask).map(wantedOf), ask);
}

/** Segments that hold all groups; those of a sentence of common words near each other. */
export async function findTogether(groups: readonly Group[], ask: Ask): Promise<Found> {
  const chosen = rarest(groups, fewEnough, 0, ask);
  if (chosen.length < wordsOfAPhrase || !everywhere(chosen, ask)) return find(chosen.map(wantedOf), ask);
  return find([near(chosen, groups.length)], ask);
}

/**
 * Segments that hold all groups but one, whichever that is. Where too many segments would hold the others, they must
 * stand near each other: "what do you want" without its wrong word is said everywhere.
 */
export async function findAllButOne(groups: readonly Group[], ask: Ask): Promise<Found> {
  const chosen = rarest(groups, fewEnoughButOne, 1, ask);
  const others = (lacking: Group): readonly Group[] => chosen.filter((group) => group !== lacking);
  const spared = chosen.filter((group) => groups.length === 2 || !everywhere(others(group), ask));
  const kept = chosen.filter((group) => !spared.includes(group));
  const ways: readonly Wanted[] = [
    ...(spared.length > 0 ? [{ all: [...kept.map(wantedOf), allButOne(spared.map(wantedOf))] }] : []),
    ...(chosen.length >= wordsOfAPhrase ? kept.map((lacking) => near(others(lacking), groups.length)) : []),
  ];
  return ways.length === 0 ? { candidates: [], more: false } : find([{ any: ways }], ask);
}

/**
 * Segments that hold a piece of a sentence: some of its words in a row, or two of its rarest near each other. Whichever of
 * its words were not said, some piece has none of them in it.
 */
export async function findPieces(groups: readonly Group[], ask: Ask): Promise<Found> {
  const rows = groups
    .map((_, from) => pieceFrom(groups.slice(from, from + longestPiece), ask))
    .filter((piece) => piece !== undefined)
    .sort((one, other) => expectedOf(one, ask) - expectedOf(other, ask))
    .slice(0, mostPieces);
  const telling = rarest(groups.filter(isWord), 0, 0, ask).slice(0, mostNear);
  const pairs = telling.flatMap((one, at) => telling.slice(at + 1).map((other) => [one, other]));
  const ways = [
    ...rows.map((piece) => inRow(piece.map(mainPlace))),
    ...pairs.filter((pair) => expectedOf(pair, ask) <= tooMany).map((pair) => near(pair, nearInPieces)),
  ];
  return ways.length === 0 ? { candidates: [], more: false } : find([{ any: ways }], ask);
}

/** The shortest beginning of these words that few segments are expected to hold. */
function pieceFrom(groups: readonly Group[], ask: Ask): readonly Group[] | undefined {
  const unknown = groups.findIndex((group) => !isWord(group));
  const run = unknown < 0 ? groups : groups.slice(0, unknown);
  const length = run.findIndex((_, at) => at > 0 && expectedOf(run.slice(0, at + 1), ask) <= fewInPiece);
  return length < 0 ? undefined : run.slice(0, length + 1);
}

function isWord(group: Group): boolean {
  return mainPlace(group).length > 0;
}

/** As they were typed: what they may have been besides is not worth its time here. */
function near(groups: readonly Group[], between: number): Wanted {
  return nearby(groups.slice(0, mostNear).map(mainPlace), between);
}

/** By halves: one may lack in the first half or in the second, which asks for each word far less often than a plain list would. */
function allButOne(parts: readonly Wanted[]): Wanted {
  if (parts.length < 2) return { all: [] };
  if (parts.length === 2) return { any: parts };
  const half = Math.ceil(parts.length / 2);
  const [first, second] = [parts.slice(0, half), parts.slice(half)];
  const lacking = (lacks: readonly Wanted[], whole: readonly Wanted[]): Wanted =>
    lacks.length === 1 ? { all: whole } : { all: [allButOne(lacks), ...whole] };
  return { any: [lacking(first, second), lacking(second, first)] };
}

/** Segments that hold the groups in a row. */
export function findInRow(groups: readonly Group[], ask: Ask): Promise<Found> {
  return find([inRow(groups.map(mainPlace))], ask);
}

/**
 * Segments that hold all groups, those of them that are rarer than the other forms of their stems as they were typed: a
 * handful of "communism" is lost among thousands of "community". Nothing where there are no such words.
 */
export async function findVerbatim(groups: readonly Group[], ask: Ask): Promise<Found> {
  const words = groups.map(typedWord).filter((ids) => ids !== undefined);
  const through = Math.min(...groups.map(({ segments }) => segments));
  if (words.length === 0 || through > mostLookedThrough) return { candidates: [], more: false };
  return find(
    groups.map(wantedOf),
    ask,
    words.map((ids) => [ids]),
  );
}

/** The word's ids where it is rarer than what else the group takes. */
function typedWord({ readings, segments }: Group): ReadonlySet<number> | undefined {
  const [words] = readings.find(({ kind }) => kind === 'exact')?.places ?? [];
  return words !== undefined && standing(words) < segments * rarerForm ? new Set(words.map(({ id }) => id)) : undefined;
}

/** Segments that hold one of these stems at least twice. */
export function findRepeated(group: Group, ask: Ask): Promise<Found> {
  return find([{ any: stemsOf(group).map((repeated) => ({ repeated })) }], ask);
}

/** Segments of the scope, whatever they hold. */
export function findAny(ask: Ask): Promise<Found> {
  return find([], ask);
}

async function find(
  wanted: readonly Wanted[],
  { index, scope, must, without, withoutVerbatim, most }: Ask,
  words: readonly Run[] = [],
): Promise<Found> {
  const verbatim = [...must.map(({ ways }) => ways), ...words.map((run) => [run])];
  const found = await index.candidates({
    wanted: { all: [...must.map((phrase) => phrase.wanted), ...wanted] },
    ...(verbatim.length > 0 ? { verbatim } : {}),
    ...(without.length > 0 ? { without: { any: without } } : {}),
    scope,
    limit: most,
  });
  const more = found.length >= most;
  if (withoutVerbatim.length === 0) return { candidates: found, more };
  return { candidates: found.filter((each) => !holdsRun(each.words, withoutVerbatim)), more };
}

function mainPlace({ readings }: Group): readonly LexiconWord[] {
  return readings[0]?.places[0] ?? [];
}

/** What one group asks for. */
function wantedOf(group: Group): Wanted {
  const rows = group.readings.filter(({ places }) => places.length > 1);
  return {
    any: [
      ...stemsOf(group).map((stem) => ({ stem })),
      ...rows.map(({ places }) => inRow(places)),
      ...(group.speakers.length > 0 ? [{ speakerIds: group.speakers.map(({ id }) => id) }] : []),
    ],
  };
}

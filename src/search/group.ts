// What a typed word may have been when it was said: a group of readings, any of which will do.

import type { LexiconWord, Wanted } from '../library/word-index.ts';
import type { Run } from '../text/runs.ts';
import { least } from './weights.ts';

/** One way of having said a typed word. */
export interface Reading {
  readonly kind: ReadingKind;
  /** Words in a row; in each place, the words that will do. Almost always one place. */
  readonly places: readonly (readonly LexiconWord[])[];
  /** How unlikely it is meant (see `costs`): 0 for the very word. */
  readonly cost: number;
  /** Of a guess so far off that other words must bear it out: how likely it was meant without them, as the logarithm of the odds. */
  readonly odds?: number;
  /** Of a word of an exact phrase: what each place of the phrase takes, and which of them is this word's. */
  readonly run?: { readonly places: Run; readonly at: number };
}

export type ReadingKind =
  /** The very word. */
  | 'exact'
  /** Another form of it. */
  | 'stem'
  /** A near spelling. */
  | 'near'
  /** Two words where one was typed. */
  | 'split'
  /** One word where several were typed. */
  | 'joined'
  /** A number or a short form, as one word, that was typed in several: "2020", "e2e". */
  | 'number'
  /** One word that was typed, in the other way of writing a number or a short form: "twenty twenty", "20". */
  | 'spoken';

/** Whether it is not what was typed, but what that may have been a slip for. */
export const isGuess = ({ kind }: Pick<Reading, 'kind'>): boolean => kind === 'near' || kind === 'split';

export interface Group {
  /** As typed. */
  readonly typed: string;
  /** How often the same word was typed before: so many places of it are taken. */
  readonly twins: number;
  readonly readings: readonly Reading[];
  /** The speakers whose name it is: what they said may be meant. */
  readonly speakers: readonly NamedSpeaker[];
  /** What meeting it tells: the rarer it is, the more. */
  readonly rarity: number;
  /** In how many segments it stands, at most. */
  readonly segments: number;
  /** The same number: typed without a space between ("at&t"). */
  readonly token?: number;
  /** The sign beside a number: "$1 million". */
  readonly sign?: string;
}

export interface NamedSpeaker {
  readonly id: string;
  readonly name: string;
  readonly number: number;
}

/** The more segments a word stands in, the less it tells: near 0 for one that is everywhere (BM25's inverse frequency). */
export function rarityOf(segments: number, all: number): number {
  return Math.log(1 + (Math.max(all - segments, 0) + 0.5) / (segments + 0.5));
}

/** What meeting it tells. */
export function weightOf({ rarity }: Pick<Group, 'rarity'>, { kind, cost }: Pick<Reading, 'kind' | 'cost'>): number {
  return Math.max(rarity - cost, rarity * (kind === 'stem' ? least.form : least.guess));
}

/** In how many segments these words stand, if no two stand in one. */
export function standing(words: readonly LexiconWord[]): number {
  return words.reduce((sum, { segments }) => sum + segments, 0);
}

/** In how many segments a reading stands at most. */
export function standingOf({ places }: Reading): number {
  return Math.min(...places.map(standing));
}

/** What is wanted of words in a row: their stems. */
export function inRow(places: readonly (readonly LexiconWord[])[]): Wanted {
  return { any: stemRows(places).map((phrase) => ({ phrase })) };
}

/** What is wanted of words near each other, in any order. */
export function nearby(places: readonly (readonly LexiconWord[])[], between: number): Wanted {
  return { any: stemRows(places).map((near) => ({ near, between })) };
}

/** One row a language, for a segment is in one language. In each place the first word of the language stands for all. */
function stemRows(places: readonly (readonly LexiconWord[])[]): number[][] {
  const languages = new Set((places[0] ?? []).map(({ language }) => language));
  return [...languages]
    .map((language) => places.flatMap((words) => words.find((word) => word.language === language)?.stem ?? []))
    .filter((row) => row.length === places.length);
}

/** What finds the words that a group takes in one place. */
export function stemsOf({ readings }: Group): number[] {
  const single = readings.filter(({ places }) => places.length === 1);
  return [...new Set(single.flatMap(({ places }) => places.flat().map(({ stem }) => stem)))];
}

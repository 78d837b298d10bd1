// Guesses what a typed word was a slip for: near spellings with their other forms, and two words written as one.

import type { WordIndex } from '../library/word-index.ts';
import { type Group, type Reading, standing, standingOf } from './group.ts';
import type { TypedWord, Understanding } from './look-up.ts';
import { isLikely, mostSlips, type Near, nearWords } from './near.ts';
import { splitWords } from './split.ts';
import { costs } from './weights.ts';

/** So many near spellings of a word, and ways to cut it in two, are tried. */
const mostNear = 8;
const mostSplits = 3;
/** A word said so seldom is more often written as two ("NodeJS"), or was run together by a transcriber. */
const rarelySaid = { times: 5, part: 0.0003 } as const;
/** Each half of it is said so many times as often. */
const commonerHalves = 10;
/** Beside a form said so many times as often, the seldom one ("gots") is not meant, unless other words bear it out. */
const dwarfing = 100;

/** In more than this part of the segments a word tells next to nothing: it bears no guess out, and is no answer by itself. */
export const commonHere = 0.05;

/**
 * Whether a word that the library has is doubted, for a slip may make another word of one: not at all, or in view of how
 * often the typed words stand, as far as they were understood without doubt.
 */
export type Doubt = 'none' | readonly Group[];

/** As a natural logarithm: 60 to 1 that segments would not hold the typed words together, for a slip of no letter. */
const sureSlip = 4.2;

/** Of fewer words, a near spelling may have met the other one by chance ("choose the wine"), unless it is so near. */
const leastDoubting = 3;
const nearest = 0.5;

/** The near spellings of a word, among the others of its query. One that the library has is doubted, and a guess costs more. */
export async function guess(
  word: TypedWord,
  typed: readonly TypedWord[],
  doubt: Doubt,
  context: Understanding,
): Promise<readonly Reading[]> {
  const own = new Set(word.sure.flatMap(({ places }) => places.flat().map(({ id }) => id)));
  const cost = costs.near + (word.exact.length > 0 ? costs.doubted : 0);
  const most = mostOf(word, typed, doubt, context);
  const doubts = word.exact.length > 0;
  const near = (await nearWords(word.written, mostNear, context, most)).filter(
    (each) =>
      !own.has(each.word.id) &&
      sameNumber(word.written, each.word.form) &&
      (!doubts || isSlip(each, word, doubt, context.segments)),
  );
  const besideOthers = typed.some((other) => other !== word && bearsOut(other, context.segments));
  // With nothing beside it, one that is likely tells that it is a slip at all; what costs least, of which word.
  if (!doubts && !besideOthers && !near.some(isLikely)) return [];
  const readings = near.map((each): Reading => {
    const isFar = !doubts && besideOthers && !isLikely(each);
    const places = [[each.word]];
    return { kind: 'near', places, cost: cost + costs.letter * each.slips, ...(isFar ? { odds: each.odds } : {}) };
  });
  // What is doubted for the sake of another word is not doubted for that one's other forms.
  return doubts ? readings : withForms(readings, own, most === mostSlips.borneOut, context.index);
}

/**
 * Whether a word that exists was surely a slip for a commoner one: a letter at most away from it, and typed among words so
 * rare that hardly a segment would hold them all. Where one holds them with the commoner word, that is no chance then;
 * while some segment with "lion" has a "kind" in it, and says nothing of a lion king.
 */
function isSlip(
  { word: { segments }, slips: letters }: Near,
  { exact, speakers: named, written }: TypedWord,
  doubt: Doubt,
  all: number,
): boolean {
  if (doubt === 'none' || digitsOf(written) !== '' || named.length > 0) return false;
  if (letters > (doubt.length < leastDoubting ? nearest : 1) || segments <= standing(exact)) return false;
  // A speaker's names keep each other company, and that of all they said.
  const others = doubt.filter(({ typed, speakers }) => typed !== written && speakers.length === 0);
  const expected = others.reduce((product, group) => product * (group.segments / all), standing(exact));
  return -Math.log(expected) - costs.letter * letters > sureSlip;
}

/** Who types "10x" means neither 100 nor 10: what is beside the digits may be misspelled. */
function sameNumber(typed: string, other: string): boolean {
  const [number, otherNumber] = [digitsOf(typed), digitsOf(other)];
  return number === otherNumber && (number === typed) === (otherNumber === other);
}

const digitsOf = (word: string): string => word.replace(/\P{N}/gu, '');

/** Whether a word that the library has tells enough to bear out a guess beside it. */
export function bearsOut({ sure, exact }: TypedWord, segments: number): boolean {
  return sure.length > 0 && standing(exact) < segments * commonHere;
}

/** How far a guess may be: the less there is to bear it out, the less. */
function mostOf(word: TypedWord, typed: readonly TypedWord[], doubt: Doubt, { segments }: Understanding): number {
  if (doubt === 'none' && word.sure.length > 0) return mostSlips.known;
  if (typed.some((other) => other !== word && bearsOut(other, segments))) return mostSlips.borneOut;
  // Of "hakuna matata" one guess is as good as none.
  return [...word.written].length < 4 || typed.length > 1 ? mostSlips.short : mostSlips.alone;
}

/** Two words written as one. A word that the library has must be rare beside its halves: "NodeJS" is mostly "Node.js". */
export async function splits(word: TypedWord, { index, segments }: Understanding): Promise<readonly Reading[]> {
  const said = standing(word.exact);
  // Of "pastas" there is pasta.
  if (said === 0 && word.sure.some(({ kind }) => kind === 'stem')) return [];
  if (said > Math.max(rarelySaid.times, segments * rarelySaid.part)) return [];
  const ways = await splitWords(word.written, mostSplits, index);
  const cost = costs.split + (said > 0 ? costs.doubted : 0);
  return ways
    .map((places): Reading => ({ kind: 'split', places, cost }))
    .filter((reading) => standingOf(reading) > said * commonerHalves);
}

/** The library finds a near spelling's other forms along with it ("hinge" for "hindges"): they were met as well. */
async function withForms(
  near: readonly Reading[],
  own: ReadonlySet<number>,
  borneOut: boolean,
  index: WordIndex,
): Promise<readonly Reading[]> {
  if (near.length === 0) return near;
  const words = near.flatMap(({ places }) => places.flat());
  const stems = words.map(({ root, language }) => ({ stem: root, language }));
  const taken = new Set([...own, ...words.map(({ id }) => id)]);
  const forms = (await index.lexicon({ forms: [], stems })).filter(({ id }) => !taken.has(id));
  return near.flatMap((reading): readonly Reading[] => {
    const { places, cost } = reading;
    const roots = new Set(places.flat().map(({ stem: root }) => root));
    const others = forms.filter((form) => roots.has(form.stem));
    if (others.length === 0) return [reading];
    if (standing(others) > dwarfing * standingOf(reading)) return borneOut ? [reading] : [];
    const odds = reading.odds === undefined ? {} : { odds: reading.odds - costs.stem };
    return [reading, { ...reading, places: [others], cost: cost + costs.stem, ...odds }];
  });
}

// Finds out what each typed word may have been when it was said: itself, another form, a near spelling, two words, a number.

import type { LexiconQuery, LexiconWord, WordIndex } from '../library/word-index.ts';
import { bare, fold } from '../text/fold.ts';
import { stem } from '../text/stem.ts';
import { type Group, type NamedSpeaker, type Reading, rarityOf, standing, standingOf } from './group.ts';
import { mostSlips, nearWords } from './near.ts';
import { longestNumber, saidNumber, typedNumber } from './numbers.ts';
import { splitWords } from './split.ts';
import { costs } from './weights.ts';

/** So many near spellings of a word, and ways to cut it in two, are tried. */
const mostNear = 8;
const mostSplits = 3;
/** A word said so seldom may be two words that a transcriber ran together. */
const rarelySaid = 5;

/** "You're", "don't"; not "Paul's". */
const shortened = /\p{L}['’](?!s$)\p{L}/iu;
/** Beside a form said so many times as often, the seldom one ("gots") was not meant. */
const dwarfing = 100;

/** A typed word with what the library knows at once: everything but guesses. */
export interface TypedWord {
  readonly written: string;
  readonly exact: readonly LexiconWord[];
  readonly sure: readonly Reading[];
  readonly speakers: readonly NamedSpeaker[];
}

export interface Understanding {
  readonly index: WordIndex;
  readonly languages: readonly string[];
  /** How many segments the library has. */
  readonly segments: number;
  /** The speakers who bear this folded name. */
  readonly speakersNamed: (name: string) => readonly NamedSpeaker[];
}

/** Looks up all typed words at once, in every language of the library. */
export async function lookUp(written: readonly string[], context: Understanding): Promise<readonly TypedWord[]> {
  const { index, languages, speakersNamed } = context;
  const folded = (text: string): string[] => [...new Set(languages.map((language) => fold(text, language)))];
  const stems = (text: string): LexiconQuery['stems'] =>
    languages.map((language) => ({ stem: stem(text, language), language }));
  const joins = joinsOf(written);
  const numbers = written.map(saidNumber);
  const words = await index.lexicon({
    forms: [
      ...new Set(
        [...written, ...joins.map(({ joined }) => joined), ...numbers.flat(2)].flatMap((text) => folded(text)),
      ),
    ],
    stems: written.flatMap(stems),
  });
  const byForm = new Map<string, LexiconWord[]>();
  for (const word of words) byForm.set(word.form, [...(byForm.get(word.form) ?? []), word]);
  const known = (text: string): LexiconWord[] => folded(text).flatMap((form) => byForm.get(form) ?? []);

  return written.map((text, at) => {
    const exact = known(text);
    const roots = new Map(stems(text).map((asked) => [asked.language, asked.stem]));
    const sameStem = words.filter(
      // A stemmer takes "you're" for a form of "your".
      (word) =>
        !exact.includes(word) && word.root === roots.get(word.language) && !(exact.length > 0 && shortened.test(text)),
    );
    const sure: Reading[] = [
      { kind: 'exact', places: [exact], cost: 0 },
      { kind: 'stem', places: [sameStem], cost: costs.stem },
      ...joins
        .filter(({ from, to }) => from <= at && at < to)
        .map(({ joined, kind }): Reading => ({ kind, places: [known(joined)], cost: costs.split })),
      ...(numbers[at] ?? []).map((said): Reading => ({ kind: 'number', places: said.map(known), cost: costs.split })),
    ];
    return {
      written: text,
      exact,
      sure: sure.filter(({ places }) => places.every((place) => place.length > 0)),
      speakers: speakersNamed(text),
    };
  });
}

interface Join {
  readonly kind: 'joined' | 'number';
  readonly from: number;
  readonly to: number;
  readonly joined: string;
}

/** What typed words in a row may be as one: "java script", "twenty twenty". */
function joinsOf(written: readonly string[]): Join[] {
  return written.flatMap((_, from) =>
    Array.from({ length: Math.min(longestNumber, written.length - from) }, (_, more): Join[] => {
      const to = from + more + 1;
      const run = written.slice(from, to);
      const number = typedNumber(run.map((word) => word.toLowerCase()));
      return [
        ...(run.length === 2 ? [{ kind: 'joined' as const, from, to, joined: run.join('') }] : []),
        ...(number === undefined ? [] : [{ kind: 'number' as const, from, to, joined: number }]),
      ];
    }).flat(),
  );
}

/**
 * What the typed words may have been. Words that the library does not have are taken for misspelled; with `doubting`, all
 * are, for a slip may make another word of one.
 */
export async function groupsOf(
  typed: readonly TypedWord[],
  doubting: boolean,
  context: Understanding,
): Promise<readonly Group[]> {
  const groups: Group[] = [];
  for (const word of typed) {
    const guesses =
      doubting || word.exact.length === 0
        ? await guess(word, mostOf(word, typed, doubting, context), context.index)
        : [];
    groups.push(toGroup(word, [...word.sure, ...guesses], context.segments));
  }
  return groups.map((group, at) => ({ ...group, twins: twinsBefore(groups, at) }));
}

function twinsBefore(groups: readonly Group[], at: number): number {
  const typed = bare(groups[at]?.typed ?? '');
  return groups.slice(0, at).filter((group) => bare(group.typed) === typed).length;
}

/** In more than this part of the segments a word tells next to nothing: it bears no guess out, and is no answer by itself. */
export const commonHere = 0.05;

/** How far a guess may be: the less there is to bear it out, the less. */
function mostOf(word: TypedWord, typed: readonly TypedWord[], doubting: boolean, { segments }: Understanding): number {
  if (!doubting && word.sure.length > 0) return mostSlips.known;
  const borneOut = typed.some(
    (other) => other !== word && other.sure.length > 0 && standing(other.exact) < segments * commonHere,
  );
  if (borneOut) return mostSlips.borneOut;
  return [...word.written].length < 4 ? mostSlips.short : mostSlips.alone;
}

async function guess(word: TypedWord, most: number, index: WordIndex): Promise<readonly Reading[]> {
  const own = new Set(word.sure.flatMap(({ places }) => places.flat().map(({ id }) => id)));
  const doubt = costs.near + (word.exact.length > 0 ? costs.doubted : 0);
  const near = (await nearWords(word.written, mostNear, index, most))
    .filter((each) => !own.has(each.word.id))
    .map((each): Reading => ({ kind: 'near', places: [[each.word]], cost: doubt + costs.letter * each.slips }));
  const splits = standing(word.exact) < rarelySaid ? await splitWords(word.written, mostSplits, index) : [];
  return [
    ...(await withForms(near, own, index)),
    ...splits.map((places): Reading => ({ kind: 'split', places, cost: costs.split })),
  ];
}

/** The library finds a near spelling's other forms along with it ("hinge" for "hindges"): they were met as well. */
async function withForms(
  near: readonly Reading[],
  own: ReadonlySet<number>,
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
    if (standing(others) > dwarfing * standingOf(reading)) return [];
    return [reading, { kind: 'near', places: [others], cost: cost + costs.stem }];
  });
}

function toGroup({ written, speakers }: TypedWord, readings: readonly Reading[], all: number): Group {
  // Each reading counts as far as it is likely: so a near spelling that is rare weighs no more than the common one it is
  // as likely as.
  const standings = readings.map((reading) => standingOf(reading));
  const weighed = readings.reduce((sum, { cost }, at) => sum + Math.exp(-cost) * (standings[at] ?? 0), 0);
  return {
    typed: written,
    twins: 0,
    readings,
    speakers,
    rarity: rarityOf(Math.min(weighed, all), all),
    segments: Math.min(
      standings.reduce((sum, each) => sum + each, 0),
      all,
    ),
  };
}

// Phrases in quotes: words that must stand in a row exactly as typed, or as one word: "web assembly" is WebAssembly.

import type { LexiconWord, Wanted } from '../library/word-index.ts';
import type { Run } from '../text/runs.ts';
import { wordsOf } from '../text/words.ts';
import { type Group, inRow, type Reading, rarityOf, standing } from './group.ts';
import { formsOf, type Join, joinsOf, type Understanding, wordsSpelled } from './look-up.ts';

export interface Phrase {
  readonly typed: string;
  readonly wanted: Wanted;
  /** Ways of having said it: by place, the ids that it takes. */
  readonly ways: readonly Run[];
  readonly groups: readonly Group[];
  /** True where the library lacks one of its words, so that nobody said it. */
  readonly unknown: boolean;
}

/** More than this of a phrase is not compared. */
const mostWords = 40;
/** More phrases than anybody types, except by pasting. */
const mostPhrases = 16;
/** A phrase is written with so many of its words as one, at most, each in turn. */
const mostJoins = 4;

export async function readPhrases(texts: readonly string[], context: Understanding): Promise<readonly Phrase[]> {
  const phrases = await Promise.all([...new Set(texts)].slice(0, mostPhrases).map((text) => readPhrase(text, context)));
  return phrases.filter(({ groups }) => groups.length > 0);
}

async function readPhrase(typed: string, { index, languages, segments }: Understanding): Promise<Phrase> {
  const written = wordsOf(typed)
    .slice(0, mostWords)
    .map((word) => word.written);
  const joins = joinsOf(written).filter(({ from, to }) => to - from > 1);
  const spellings = [...written, ...joins.map(({ joined }) => joined)];
  const forms = new Set(spellings.flatMap((word) => languages.flatMap((language) => formsOf(word, language))));
  const words = forms.size > 0 ? await index.lexicon({ forms: [...forms], stems: [] }) : [];
  const places = written.map((word) => wordsSpelled(word, words));
  const joined = joins
    .map((join): Way => withJoin(places, join, wordsSpelled(join.joined, words)))
    .filter(isKnown)
    .slice(0, mostJoins);
  const plain: Way = { places, at: written.map((_, at) => at) };
  const ways = isKnown(plain) ? [plain, ...joined] : joined;
  return {
    typed,
    wanted: { any: ways.map((way) => inRow(way.places)) },
    ways: ways.map((way) => way.places.map(idsOf)),
    groups: written.map((word, at) => toGroup(word, at, ways, segments)),
    unknown: ways.length === 0,
  };
}

interface Way {
  /** In each place, the words that will do. */
  readonly places: readonly (readonly LexiconWord[])[];
  /** By typed word, its place. */
  readonly at: readonly number[];
}

const isKnown = ({ places }: Way): boolean => places.every((place) => place.length > 0);

function withJoin(places: Way['places'], { from, to }: Join, joined: readonly LexiconWord[]): Way {
  return {
    places: [...places.slice(0, from), joined, ...places.slice(to)],
    at: places.map((_, at) => (at < from ? at : Math.max(from, at - (to - from - 1)))),
  };
}

function idsOf(words: readonly LexiconWord[]): ReadonlySet<number> {
  return new Set(words.map(({ id }) => id));
}

function toGroup(typed: string, word: number, ways: readonly Way[], all: number): Group {
  const readings = ways.map(({ places, at }): Reading => {
    const place = at[word] ?? 0;
    const run = { places: places.map(idsOf), at: place };
    const kind = places.length === at.length ? 'exact' : 'joined';
    return { kind, places: [places[place] ?? []], cost: 0, run };
  });
  const segments = Math.min(all, standing([...new Set(readings.flatMap(({ places }) => places.flat()))]));
  return { typed, twins: 0, readings, speakers: [], rarity: rarityOf(segments, all), segments };
}

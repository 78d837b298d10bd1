// Phrases in quotes: words that must stand in a row exactly as typed.

import type { LexiconWord, Wanted } from '../library/word-index.ts';
import { wordsOf } from '../text/words.ts';
import { type Group, inRow, rarityOf, runsFrom, standing } from './group.ts';
import { formsOf, type Understanding, wordsSpelled } from './look-up.ts';

export interface Phrase {
  readonly typed: string;
  readonly wanted: Wanted;
  /** The ids that each place takes. */
  readonly places: readonly ReadonlySet<number>[];
  readonly groups: readonly Group[];
  /** True where the library lacks one of its words, so that nobody said it. */
  readonly unknown: boolean;
}

/** More than this of a phrase is not compared. */
const mostWords = 40;
/** More phrases than anybody types, except by pasting. */
const mostPhrases = 16;

export async function readPhrases(texts: readonly string[], context: Understanding): Promise<readonly Phrase[]> {
  const phrases = await Promise.all([...new Set(texts)].slice(0, mostPhrases).map((text) => readPhrase(text, context)));
  return phrases.filter(({ places }) => places.length > 0);
}

async function readPhrase(typed: string, { index, languages, segments }: Understanding): Promise<Phrase> {
  const written = wordsOf(typed)
    .slice(0, mostWords)
    .map((word) => word.written);
  const forms = new Set(written.flatMap((word) => languages.flatMap((language) => formsOf(word, language))));
  const words = forms.size > 0 ? await index.lexicon({ forms: [...forms], stems: [] }) : [];
  const places = written.map((word) => wordsSpelled(word, words));
  const ids = places.map((place) => new Set(place.map(({ id }) => id)));
  return {
    typed,
    wanted: inRow(places),
    places: ids,
    groups: places.map((place, at) => ({ ...toGroup(written[at] ?? '', place, segments), run: { places: ids, at } })),
    unknown: places.some((place) => place.length === 0),
  };
}

function toGroup(typed: string, words: readonly LexiconWord[], all: number): Group {
  return {
    typed,
    twins: 0,
    readings: [{ kind: 'exact', places: [words], cost: 0 }],
    speakers: [],
    rarity: rarityOf(standing(words), all),
    segments: standing(words),
  };
}

/** Whether the words stand in a row somewhere, each exactly so. */
export function exactRun(words: Uint32Array, { places }: Phrase): boolean {
  return words.some((_, at) => runsFrom(words, at, places));
}

// The words that set an episode or a speaker apart: said there far more often than elsewhere in the library.

import type { Library } from '../library/library.ts';
import type { Candidate, LexiconWord, Scope } from '../library/word-index.ts';
import { fillerWords } from '../text/filler-words.ts';
import { bare, fold } from '../text/fold.ts';
import { saidWords } from '../text/words.ts';
import type { Known } from './known.ts';

/** Of somebody who said more, so many segments are looked at, evenly taken from all they said. */
const mostSegments = 2000;
/** A word in more than this part of the library's segments belongs to everybody. */
const common = 0.01;
/** So many places are looked at to see how a word is written there. */
const mostPlaces = 4;

export async function tellingWords(
  scope: Scope,
  limit: number,
  library: Library,
  known: Known,
): Promise<readonly string[]> {
  const segments = await library.candidates({ wanted: { all: [] }, scope, limit: mostSegments });
  const places = placesOf(segments);
  const seldom = segments.length < 200 ? 2 : 3;
  const often = [...places].filter(([, holding]) => holding.length >= seldom).map(([id]) => id);
  const words = (await library.words(often)).filter((word) => isTelling(word, known));
  const telling = new Map<string, { readonly word: LexiconWord; readonly value: number }>();
  for (const word of words) {
    const times = places.get(word.id)?.length ?? 0;
    const here = times / segments.length;
    const elsewhere = word.segments / Math.max(1, known.stats.segments);
    // How much oftener counts for more than how often: else it would be everybody's words that this one likes to use.
    const value = here > elsewhere ? times * Math.log(here / elsewhere) ** 2 : 0;
    // Of a word's forms, one is enough.
    const stem = `${word.stem}`;
    if (value > (telling.get(stem)?.value ?? 0)) telling.set(stem, { word, value });
  }
  const best = [...telling.values()].sort((one, other) => other.value - one.value).slice(0, limit);
  return Promise.all(best.map(({ word }) => writtenAs(word, [...new Set(places.get(word.id))], library)));
}

/** By word, the segments that hold it; twice where it is said more than once, for then it is what they are about. */
function placesOf(segments: readonly Candidate[]): Map<number, number[]> {
  const places = new Map<number, number[]>();
  for (const { segment, words } of segments) {
    for (const word of words) {
      const holding = places.get(word);
      if (holding === undefined) places.set(word, [segment]);
      else if (holding.at(-2) !== segment) holding.push(segment);
    }
  }
  return places;
}

function isTelling({ form, language, segments }: LexiconWord, { stats, speakersNamed }: Known): boolean {
  return (
    segments <= Math.max(3, stats.segments * common) &&
    /\p{L}/u.test(form) &&
    !form.includes("'") &&
    !fillerWords(language).has(bare(form)) &&
    (form.length > 3 || !/^\p{Script=Latin}+$/u.test(form)) &&
    speakersNamed(form).length === 0
  );
}

/** As it is mostly written in these segments; a capital that only begins a sentence does not count. */
async function writtenAs(word: LexiconWord, segments: readonly number[], library: Library): Promise<string> {
  const spellings = new Map<string, number>();
  for (const placed of await library.placed(segments.slice(0, mostPlaces))) {
    const text = placed?.segment.text ?? '';
    for (const { written, from } of saidWords(text)) {
      if (fold(written, word.language) !== word.form) continue;
      const begins = /(?:^|[.!?…]["”’')\]]*)\s*["“'‘([]*$/u.test(text.slice(Math.max(0, from - 8), from));
      spellings.set(written, (spellings.get(written) ?? 0) + (begins ? 0.1 : 1));
    }
  }
  return [...spellings].sort(([, one], [, other]) => other - one)[0]?.[0] ?? word.form;
}

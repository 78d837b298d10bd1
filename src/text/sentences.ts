// Divides a text into its sentences.
import type { Language, Range } from '../model.ts';
import { keepsSentenceOpen } from './abbreviations.ts';
import type { Sliceable } from './sliceable.ts';

/** Intl.Segmenter takes time that grows with the square of the text, so it sees a window at a time. */
const windowLength = 4096;

/**
 * An exact partition of the text: the first run starts at 0, each starts where the one before ends (white space belongs to the
 * sentence before it), the last ends with the text. Only a sentence of more than 4,000 characters is cut within.
 */
export function sentences(text: string, language: Language = 'en'): Range[] {
  return [...eachSentence(text, language)];
}

/** As `sentences`, one after the other. */
export function* eachSentence(text: Sliceable, language: Language): Generator<Range> {
  for (let from = 0; from < text.length; ) {
    const window = text.slice(from, windowEnd(text, from));
    const pieces = joined(window, starts(window, language));
    // The last sentence may go on behind the window: it is read again with the next one.
    const complete = from + window.length === text.length || pieces.length === 1 ? pieces : pieces.slice(0, -1);
    for (const [start, end] of complete) yield [from + start, from + end];
    from += complete.at(-1)?.[1] ?? text.length;
  }
}

/** Behind white space where there is some, and never within a surrogate pair. */
function windowEnd(text: Sliceable, from: number): number {
  const end = from + windowLength;
  if (end >= text.length) return text.length;
  const space = text.slice(from, end).lastIndexOf(' ');
  if (space > windowLength / 2) return from + space + 1;
  return isLowSurrogate(text.slice(end, end + 1).charCodeAt(0)) ? end - 1 : end;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: Language): Intl.Segmenter {
  let found = segmenters.get(language);
  if (found === undefined) {
    const known = /^[a-z]{2,3}$/.test(language);
    found = new Intl.Segmenter(known ? language : 'en', { granularity: 'sentence' });
    segmenters.set(language, found);
  }
  return found;
}

/** What ends no sentence for Unicode and does for people where a capital follows: "…", as "..." does, and "Yes. [laughs]". */
const ends = /(?:…["”’')\]]*|[.!?…]["”’')]*\s\[[^[\]]{1,100}\])\s+(?=["“‘'(]*\p{Lu})/gu;

/** A full stop at every few letters ends no sentence: such a text is noise, and costs the segmenter dearly. */
const stops = /[.!?…。！？]+/g;
const fewestLettersAStop = 8;

function starts(text: string, language: Language): number[] {
  if ((text.match(stops)?.length ?? 0) > 64 + text.length / fewestLettersAStop) return [0];
  const found = new Set<number>();
  for (const { index } of segmenter(language).segment(text)) {
    // Unicode leaves an opening bracket with the sentence before it: "…。「".
    found.add(/[「『（《〈【]/.test(text.charAt(index - 1)) ? index - 1 : index);
  }
  for (const match of text.matchAll(ends)) found.add(match.index + match[0].length);
  return [...found].sort((one, other) => one - other);
}

/** Joins again what was cut within a sentence: after "Dr.", after an initial, around what no letter stands in. */
function joined(text: string, cuts: readonly number[]): Range[] {
  const found: Range[] = [];
  cuts.forEach((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const last = found.at(-1);
    if (last !== undefined && belongTogether(text.slice(last[0], last[1]), text.slice(start, end))) {
      found[found.length - 1] = [last[0], end];
    } else {
      found.push([start, end]);
    }
  });
  return found;
}

/** A quotation that ends within its sentence: `"Really?" he said`. */
const quotationEnd = /[.!?…]["”’»]\s*$/u;
const bracketAlone = /^\s*\[[^[\]]{1,100}\][.,!?\s]*$/u;

function belongTogether(before: string, after: string): boolean {
  if (keepsSentenceOpen(before, after)) return true;
  // A sign before a word is the word's: ".NET", "!important".
  if (/(?:^|\s)[.!?…]+$/u.test(before.slice(-8)) && /^[\p{L}\p{N}]/u.test(after)) return true;
  if (!/[\p{L}\p{N}]/u.test(after) || bracketAlone.test(after)) return true;
  return quotationEnd.test(before.slice(-8)) && /^\p{Ll}/u.test(after);
}

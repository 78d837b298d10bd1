// Cutting text to a length: at a sentence or a word, never inside a character as people see it, every cut visible as "…".

import type { Quote, Range } from '../model.ts';
import { betweenWords, isSignAlone } from './between-words.ts';
import { cutMarkAfter } from './cut-mark.ts';
import { lazy } from './lazy.ts';

const graphemes = lazy(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));
const words = lazy(() => new Intl.Segmenter('en', { granularity: 'word' }));
const sentences = lazy(() => new Intl.Segmenter('en', { granularity: 'sentence' }));

/** A sentence's end is preferred while it leaves at least this share of the room filled. */
const leastFilledBySentences = 0.65;
/** A longer run without a space is no word: it is cut within, where leaving it out would leave most of the room empty. */
const longestWord = 40;
const leastFilledByWords = 0.4;
/** Longer than the longest emoji sequence: a window cut this far behind the limit changes no boundary before it. */
const margin = 64;

/** At most `most` UTF-16 code units, "…" included. */
export function truncate(text: string, most: number): string {
  return cut(text, most, [0, 0]).text;
}

/** As `truncate`, cut at both ends if need be so that `keep` stays visible. */
export function truncateAround(text: string, most: number, keep: Range): string {
  return cut(text, most, keep).text;
}

/** As `truncateAround` its first highlight; the highlights move with the text. */
export function truncateQuote(quote: Quote, most: number): Quote {
  const { text, from, to, shift } = cut(quote.text, most, quote.highlights[0] ?? [0, 0]);
  const highlights = quote.highlights
    .map(([start, end]): Range => [Math.max(start, from) + shift, Math.min(end, to) + shift])
    .filter(([start, end]) => start < end);
  return { text, highlights };
}

interface Cut {
  readonly text: string;
  /** The run of the original that is left. */
  readonly from: number;
  readonly to: number;
  /** What to add to an offset into the original to have one into `text`. */
  readonly shift: number;
}

function cut(text: string, most: number, [keepFrom, keepTo]: Range): Cut {
  if (text.length <= most) return { text, from: 0, to: text.length, shift: 0 };
  if (most < 1) return { text: '', from: 0, to: 0, shift: 0 };
  const from = keepTo <= most - 1 ? 0 : startBefore(text, keepFrom, Math.max(0, most - 2 - (keepTo - keepFrom)));
  if (from > 0 && text.length - from <= most - 1) {
    // The end fits as well: as much before it as there is room for.
    const start = wordStart(text, text.length - (most - 1), from);
    return { text: `…${text.slice(start)}`, from: start, to: text.length, shift: 1 - start };
  }
  const lead = from > 0 ? '…' : '';
  const to = endBefore(text, from, from + most - 1 - lead.length, keepTo);
  const run = text.slice(from, to);
  const mark = cutMarkAfter(text, from, to);
  const tail = lead.length + run.length + mark.length <= most ? mark : '…';
  return { text: lead + run + tail, from, to, shift: lead.length - from };
}

/** The start of a word at most a third of the spare room before `keepFrom`; or that of the word it lies in. */
function startBefore(text: string, keepFrom: number, spare: number): number {
  const start = wordStart(text, Math.max(0, keepFrom - Math.floor(spare / 3)), keepFrom);
  if (start < keepFrom || betweenWords(text, keepFrom)) return start;
  const most = Math.min(spare, longestWord);
  const [begun = ''] = /\S*$/.exec(text.slice(Math.max(0, keepFrom - most), keepFrom)) ?? [];
  return begun.length < most ? keepFrom - begun.length : keepFrom;
}

/** The first start of a word from `earliest` on; `latest` where there is none before it. */
function wordStart(text: string, earliest: number, latest: number): number {
  const windowStart = Math.max(0, earliest - margin);
  const window = text.slice(windowStart, latest + margin);
  for (const { index } of words().segment(window)) {
    const start = windowStart + index;
    if (start >= latest) break;
    if (start >= earliest && startsWord(window, index) && betweenWords(text, start)) return start;
  }
  return latest;
}

function startsWord(text: string, at: number): boolean {
  const [run = ''] = /^\S*/.exec(text.slice(at)) ?? [];
  return run !== '' && !isSignAlone(run);
}

/** The best place to stop, after `from` and not after `limit`. */
function endBefore(text: string, from: number, limit: number, keepTo: number): number {
  const window = text.slice(from, limit + margin);
  const room = limit - from;
  const isWhole = characterEnds(window, room);
  const shown = Math.min(keepTo - from, room);
  const last = (segmenter: Intl.Segmenter, least: number, ends = endsWord) =>
    boundaries(segmenter, window, room)
      .filter((place) => isWhole(place) && ends(window, place) && trimmedEnd(window, place) >= Math.max(shown, least))
      .at(-1);
  const leastByWords = Math.max(1, Math.min(room * leastFilledByWords, room - longestWord));
  const place =
    last(sentences(), room * leastFilledBySentences) ??
    last(words(), leastByWords) ??
    last(words(), leastByWords, betweenWords) ??
    lastEnd(isWhole, room);
  return from + trimmedEnd(window, place);
}

function endsWord(text: string, place: number): boolean {
  if (!betweenWords(text, place)) return false;
  const [run = ''] = /\S*$/.exec(text.slice(Math.max(0, place - margin), place).trimEnd()) ?? [];
  return run !== '' && !isSignAlone(run);
}

/** Whether a place within the first `limit` code units of a text is the end of a character as people see it. */
function characterEnds(text: string, limit: number): (place: number) => boolean {
  // Plain letters stand each for itself, and asking the segmenter takes longer than all else here.
  if (/^[\n\x20-\x7e]*$/.test(text)) return (place) => place <= limit;
  const ends = new Set(boundaries(graphemes(), text, limit));
  return (place) => ends.has(place);
}

function lastEnd(isEnd: (place: number) => boolean, limit: number): number {
  let place = limit;
  while (place > 0 && !isEnd(place)) place--;
  return place;
}

function boundaries(segmenter: Intl.Segmenter, text: string, limit: number): number[] {
  const found: number[] = [];
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length;
    if (end > limit) break;
    found.push(end);
  }
  return found;
}

function trimmedEnd(text: string, end: number): number {
  return text.slice(0, end).trimEnd().length;
}

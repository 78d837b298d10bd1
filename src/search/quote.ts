// Cuts the quote out of a segment: one to three whole sentences around what matched, every cut visible as "…".

import type { Quote, Range } from '../model.ts';
import { betweenWords } from '../text/between-words.ts';
import { cutMarkAfter, longestCutMark } from '../text/cut-mark.ts';
import { sentences } from '../text/sentences.ts';
import { truncateQuote } from '../text/truncate.ts';
import { standsAlone } from './stand-alone.ts';

/** What a quote is made of at most. */
const mostSentences = 3;
export const mostCharacters = 350;

/** Whole sentences are given up only for what tells so many times as much: not for one more "the". */
const worthACut = 1.25;

/** "…" before, and the longest mark behind. */
const marksLength = 1 + longestCutMark;

/** A stretch of the text that matters, and how much. */
export interface Mark {
  readonly range: Range;
  readonly weight: number;
  /** Marks of one kind count once. */
  readonly kind: number;
}

/**
 * The sentences in which most of what matched stands.
 * @param shown what to highlight, as ranges of the text.
 */
export function cutQuote(
  text: string,
  language: string,
  marks: readonly Mark[],
  shown: readonly Range[],
  most = mostCharacters,
): Quote {
  const runs = candidateRuns(text, apart(text, sentences(text, language)), most);
  const best = runs
    .map((run) => ({ run, value: worthOf(run, marks), reads: standsAlone(text.slice(...run)) }))
    .sort(
      (one, other) => other.value - one.value || other.reads - one.reads || lengthOf(one.run) - lengthOf(other.run),
    )[0];
  const around = closest(text, marks, most / 2);
  if (around !== undefined && worthOf(around, marks) > (best?.value ?? 0) * worthACut) {
    const { text: cut, highlights } = truncateQuote(quoteOf(text, 0, text.length, [around, ...shown]), most);
    return { text: cut, highlights: highlights.slice(1) };
  }
  const [from, to] = best?.run ?? [0, text.length];
  if (to - from + marksLength <= most) return quoteOf(text, from, to, shown);
  // A sentence that is too long is cut around its first highlight: that of the stretch with most in it.
  const start = densest([from, to], marks, most / 2);
  const ahead = shown.filter((range) => range[0] >= start);
  return truncateQuote(quoteOf(text, from, to, ahead), most);
}

/** Where marks of all kinds stand within this length; undefined where they do not. */
function closest(text: string, marks: readonly Mark[], length: number): Range | undefined {
  const start = densest([0, text.length], marks, length);
  const within = marks.filter(({ range }) => range[0] >= start && range[1] <= start + length);
  if (new Set(within.map(({ kind }) => kind)).size < new Set(marks.map(({ kind }) => kind)).size) return undefined;
  return within.length === 0 ? undefined : [start, Math.max(...within.map(({ range }) => range[1]))];
}

/** Where the stretch of this length begins that holds most. */
function densest([from, to]: Range, marks: readonly Mark[], length: number): number {
  let start = from;
  let most = 0;
  for (const { range } of marks) {
    const value = worthOf([range[0], Math.min(to, range[0] + length)], marks);
    if (value > most && range[0] >= from && range[1] <= to) {
      most = value;
      start = range[0];
    }
  }
  return start;
}

/** Sentences without a space between them ("Yahoo!Mail") are not cut apart. */
function apart(text: string, parts: readonly Range[]): readonly Range[] {
  const joined: Range[] = [];
  for (const [from, to] of parts) {
    const last = betweenWords(text, from) ? undefined : joined.pop();
    joined.push([last?.[0] ?? from, to]);
  }
  return joined;
}

/** Every run of one to three sentences that is short enough; each sentence by itself whatever its length. */
function candidateRuns(text: string, parts: readonly Range[], most: number): Range[] {
  return parts.flatMap(([from], first) =>
    parts
      .slice(first, first + mostSentences)
      .map(([, to]): Range => trimmed(text, from, to))
      .filter(([start, end], more) => more === 0 || end - start <= most - marksLength),
  );
}

const lengthOf = ([from, to]: Range): number => to - from;

function worthOf([from, to]: Range, marks: readonly Mark[]): number {
  const best = new Map<number, number>();
  for (const { range, weight, kind } of marks) {
    if (range[0] >= from && range[1] <= to) best.set(kind, Math.max(best.get(kind) ?? 0, weight));
  }
  return [...best.values()].reduce((sum, weight) => sum + weight, 0);
}

function trimmed(text: string, from: number, to: number): Range {
  const run = text.slice(from, to);
  return [from + run.length - run.trimStart().length, from + run.trimEnd().length];
}

function quoteOf(text: string, from: number, to: number, shown: readonly Range[]): Quote {
  const lead = text.slice(0, from).trim() === '' ? '' : '…';
  const run = text.slice(from, to);
  const tail = text.slice(to).trim() === '' ? '' : cutMarkAfter(text, from, to);
  const shift = lead.length - from;
  const highlights = shown
    .filter(([start, end]) => start >= from && end <= to)
    .map(([start, end]): Range => [start + shift, end + shift]);
  return { text: `${lead}${run}${tail}`, highlights };
}

// Finds the words of a text and where they stand, in any script, with names such as C++, C# and .NET whole.

import type { Range } from '../model.ts';
import { soundMarks } from './sound-marks.ts';
import { unspacedLetter } from './unspaced.ts';

/** A word as it stands in the text: UTF-16 offsets, from (inclusive) to (exclusive). */
export interface Word {
  /** As written, but for the commas of thousands: "1,000" is the word 1000. */
  readonly written: string;
  readonly from: number;
  readonly to: number;
}

/**
 * In this order: .NET; C# and its like; thousands written with commas; a run of letters and digits, with apostrophes
 * inside and "++" behind. Without the flag `i`, which would make the engine fold every letter there is: 40 ms at the first use.
 */
const word =
  /(?<![\p{L}\p{N}])\.[nN][eE][tT](?![\p{L}\p{N}])|(?<![\p{L}\p{N}])[acfgjACFGJ]#(?![\p{L}\p{N}])|(?<![\p{L}\p{N}.,])\d{1,3}(?:,\d{3})+(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ＇][\p{L}\p{M}]+)*(?:\+\+)?/gu;

/**
 * The words of a text, in order.
 * @param skip ranges that are no words of anybody (sound marks such as "[laughter]"), ascending.
 */
export function wordsOf(text: string, skip: readonly Range[] = []): Word[] {
  const words: Word[] = [];
  let skipped = 0;
  for (const match of text.matchAll(word)) {
    const [run] = match;
    const from = match.index;
    const to = from + run.length;
    while (skipped < skip.length && (skip[skipped]?.[1] ?? 0) <= from) skipped++;
    if (from >= (skip[skipped]?.[0] ?? Number.POSITIVE_INFINITY)) continue;
    if (isUnspaced(run)) words.push(...segmented(run, from));
    else words.push({ written: withoutCommas(run), from, to });
  }
  return words;
}

/** Every script of that kind begins with Thai's first letter or after it. */
function isUnspaced(run: string): boolean {
  return run.charCodeAt(run.length >> 1) >= 0x0e00 && unspacedLetter.test(run);
}

function withoutCommas(run: string): string {
  return run.includes(',') ? run.replaceAll(',', '') : run;
}

/** The words that somebody said, sound marks left out: what is indexed, ranked by their places and highlighted. */
export function saidWords(text: string): Word[] {
  return wordsOf(text, soundMarks(text));
}

/** As `saidWords`, without where they stand: half the work. */
export function saidForms(text: string): string[] {
  const marks = soundMarks(text);
  if (marks.length > 0) return wordsOf(text, marks).map(({ written }) => written);
  const forms: string[] = [];
  for (const run of text.match(word) ?? []) {
    if (isUnspaced(run)) forms.push(...segmented(run, 0).map(({ written }) => written));
    else forms.push(withoutCommas(run));
  }
  return forms;
}

let segmenter: Intl.Segmenter | undefined;

/** One segmenter serves all scripts: its dictionaries go by script, not by language. */
function segmented(run: string, offset: number): Word[] {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  return [...segmenter.segment(run)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment, index }) => ({ written: segment, from: offset + index, to: offset + index + segment.length }));
}

// A quote as a button carries it, so that what is shared later is what was seen, to the letter.

import type { Quote, Range } from '../../src/model.ts';

export const carriedQuote = { text: 'text', marks: 'text' } as const;

export interface CarriedQuote {
  readonly text?: string;
  /** Highlights: `3-9 12-20`. */
  readonly marks?: string;
}

export function carryQuote(quote: Quote): CarriedQuote {
  return { text: quote.text, marks: quote.highlights.map(([from, to]) => `${from}-${to}`).join(' ') };
}

/** `undefined` where the button carried none, or where the passage has since been changed and no longer says so. */
export function readQuote(carried: CarriedQuote, passage: string): Quote | undefined {
  const { text, marks = '' } = carried;
  if (text === undefined || placeIn(passage, text) === undefined) return undefined;
  const highlights = [...marks.matchAll(/(\d+)-(\d+)/g)].map((match): Range => [Number(match[1]), Number(match[2])]);
  return { text, highlights };
}

/** The whole passage, with the quote's highlights where they stand in it. */
export function wholePassage(quote: Quote | undefined, passage: string): Quote {
  const place = quote === undefined ? undefined : placeIn(passage, quote.text);
  if (quote === undefined || place === undefined) return { text: passage, highlights: [] };
  return { text: passage, highlights: quote.highlights.map(([from, to]): Range => [from + place, to + place]) };
}

/** How far the quote's offsets are from the passage's. */
function placeIn(passage: string, shown: string): number | undefined {
  const lead = /^…\s*/.exec(shown)?.[0].length ?? 0;
  const run = shown.slice(lead).replace(/\s*…$/, '');
  const place = passage.indexOf(run);
  return place === -1 ? undefined : place - lead;
}

// Cuts text to the room there is for it, visibly, and shares one room fairly among several texts.

import { limits } from './limits.ts';

/** What a text takes of the room: its length, or more where Discord's limit on bytes comes first. */
export function weigh(text: string): number {
  const bytes = Buffer.byteLength(text);
  return Math.max(text.length, Math.ceil((bytes * limits.cardText) / limits.cardTextBytes));
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * The longest beginning of `text` that fits, with "…" where something is missing; empty where not even that fits.
 * `measure` says how much room a text takes once it is written; longer text never takes less.
 */
export function cut(text: string, room: number, measure: (text: string) => number = weigh): string {
  // Nothing takes less room than its length: what lies far beyond needs no measuring.
  const whole = text.length <= room;
  if (whole && measure(text) <= room) return text;
  let fits = -1;
  let tooLong = Math.min(text.length, Math.max(room, 0)) + 1;
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (measure(`${text.slice(0, middle)}…`) <= room) fits = middle;
    else tooLong = middle;
  }
  if (fits < 0) return '';
  return `${text.slice(0, boundary(text, fits)).replace(/[\s…]+$/, '')}…`;
}

/** The last place up to `end` between two words, or at least between two characters as people see them. */
function boundary(text: string, end: number): number {
  if (end >= text.length) return end;
  const space = text.slice(0, end + 1).search(/\s\S*$/);
  if (space > end / 2) return space;
  return graphemes.segment(text.slice(0, end + 64)).containing(end)?.index ?? end;
}

/** Shares `room`: each gets what it needs where there is enough, else the small ones all they need and the rest alike. */
export function share(room: number, needs: readonly number[]): number[] {
  const shares = needs.map(() => 0);
  let left = room;
  const bySize = needs.map((need, index) => ({ need, index })).sort((a, b) => a.need - b.need);
  bySize.forEach(({ need, index }, served) => {
    const fair = Math.floor(left / (needs.length - served));
    const given = Math.max(0, Math.min(need, fair));
    shares[index] = given;
    left -= given;
  });
  return shares;
}

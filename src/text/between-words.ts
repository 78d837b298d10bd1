// Tells where a text may be cut: between what stands between spaces, never within ".NET", "node.js" or "1,000".

import { unspacedLetter } from './unspaced.ts';

/** Signs written among letters that no space parts, as wide as those. */
const unspacedSign = /[\u3000-\u303f\uff01-\uff65]/;

/** Whether a place, as an offset in UTF-16 code units, lies between two words; the ends of the text do. */
export function betweenWords(text: string, place: number): boolean {
  if (place <= 0 || place >= text.length) return true;
  const around = text.slice(place - 1, place + 1);
  if (/\s/.test(around)) return true;
  // Every script of that kind begins with Thai's first letter or after it; rare letters take two units.
  if (!/[\u0e00-\uffff]/.test(around)) return false;
  const near = text.slice(Math.max(0, place - 2), place + 2);
  return unspacedLetter.test(near) || unspacedSign.test(near);
}

/** Whether a run is no word and no picture, but a sign by itself: "--", "!". */
export function isSignAlone(run: string): boolean {
  return /^[\p{P}\p{Sm}\p{Sc}\p{Sk}]+$/u.test(run);
}

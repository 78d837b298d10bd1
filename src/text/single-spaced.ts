// White space as single spaces, none at the ends.
import { Pieces } from './pieces.ts';

const untidy = /[^\S ]| {2}/;
/** Each white space that is replaced takes some bytes until all are: a megabyte of words is tidied in parts. */
const partLength = 50_000;

export function singleSpaced(text: string): string {
  // To replace every space by itself takes seconds and hundreds of megabytes where there are millions.
  if (!untidy.test(text)) return text.trim();
  if (text.length <= partLength) return tidied(text).trim();
  const pieces = new Pieces();
  let endsWithSpace = false;
  for (let from = 0; from < text.length; from += partLength) {
    const part = tidied(text.slice(from, from + partLength));
    pieces.add(endsWithSpace && part.startsWith(' ') ? part.slice(1) : part);
    endsWithSpace = part.endsWith(' ');
  }
  return pieces.take().trim();
}

function tidied(text: string): string {
  return text.replace(/\s+/g, ' ');
}

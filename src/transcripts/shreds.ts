// Tells what is cut far too small for a transcript before it is read, for every scrap costs many times its own length.
import { isMeantAsJson } from './json.ts';

/** Shorter ones are read whatever they are. */
const leastLength = 1_000_000;
/** A week of talk has less text, and its lines are three times as long. */
const shortestLine = 8;
/** Programs that write word by word take twice as much for each record, and for each number. */
const shortestRecord = 10;
const shortestValue = 3;
/** Programs write the same few names in each record. One name in so many is looked at. */
const mostNames = 1_000;
const namesLookedAt = 16;

export function isShredded(text: string): boolean {
  if (text.length < leastLength) return false;
  return isMeantAsJson(text) ? isShreddedJson(text) : isShreddedText(text);
}

function isShreddedText(text: string): boolean {
  const mostLines = text.length / shortestLine;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= mostLines; at = text.indexOf('\n', at + 1)) lines++;
  return lines > mostLines;
}

function isShreddedJson(text: string): boolean {
  const [list, record, comma] = ['[', '{', ','].map((mark) => mark.charCodeAt(0));
  let records = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === comma) values++;
    else if (code === record || code === list) records++;
  }
  return records * shortestRecord > text.length || values * shortestValue > text.length || hasManyNames(text);
}

/** An object's every other name costs more than what stands under it. */
function hasManyNames(text: string): boolean {
  const names = new Set<string>();
  let seen = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) {
    // Within a string it would be written with a backslash.
    if (seen++ % namesLookedAt > 0 || text[at - 1] === '\\') continue;
    names.add(text.slice(text.lastIndexOf('"', at - 1) + 1, at));
    if (names.size > mostNames) return true;
  }
  return false;
}

// Finds who speaks in lines that open with a name and a colon, and tells names from clauses by the whole file.
import { parseTimecode } from '../text/timecode.ts';
import { type NameShape, nameShape } from './names.ts';

export interface Turn {
  readonly name: string;
  readonly startSeconds?: number;
  /** What follows the colon. */
  readonly text: string;
}

const stamp = String.raw`[[(]?(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]?`;
const opening = new RegExp(
  // A time may stand before the name, or between it and the colon.
  String.raw`^(?:[-–—>•*]{1,3}\s+)?(?:${stamp}\s+(?:[-–—]\s+)?)?(?:\[([^[\]:]{1,60})\]|([^\s:：[(][^:：[]{0,79}?))` +
    String.raw`(?:\s*${stamp})?\s?(?::(?=\s|$)|：)\s*`,
  'u',
);

interface Opening extends Turn {
  readonly shape: NameShape;
}

function openingOf(line: string): Opening | undefined {
  const match = opening.exec(line);
  if (match === null) return undefined;
  const name = (match[2] ?? match[3] ?? '').trim();
  const shape = nameShape(name);
  if (shape === undefined) return undefined;
  const startSeconds = parseTimecode(match[1] ?? match[4] ?? '');
  return {
    name,
    shape,
    text: line.slice(match[0].length),
    ...(startSeconds === undefined ? {} : { startSeconds }),
  };
}

/** Reads one line as a speaker's turn; `undefined` where it opens with no speaker. */
export type TurnReader = (line: string) => Turn | undefined;

/**
 * Made from all lines of a file, because one line alone cannot tell "Rose: …" from "Remember: …". Labels and parts always count; a
 * name counts when it comes again or has two capitals at least, unless its words are ordinary words of this text.
 */
export function turnReader(lines: readonly string[]): TurnReader {
  const openings = lines.map((line) => openingOf(line)).filter((found) => found !== undefined);
  const counts = new Map<string, number>();
  const shapes = new Map<string, NameShape>();
  for (const { name, shape } of openings) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
    shapes.set(name, shape);
  }
  const ordinary = ordinaryWords(lines, shapes);
  const spoken = lines.filter((line) => line.trim() !== '').length;
  const talk = openings.length >= 2 && openings.length * 2 >= spoken;
  const speakers = new Set<string>();
  for (const [name, count] of counts) {
    const words = name.split(/\s+/);
    const common = words.every((word) => ordinary.has(word.toLowerCase()));
    if (isSpeaker(shapes.get(name), count, words.length, common, talk, spoken)) speakers.add(name);
  }
  return (line) => {
    const found = openingOf(line);
    if (found === undefined || !speakers.has(found.name)) return undefined;
    const { shape: _, ...turn } = found;
    return turn;
  };
}

function isSpeaker(
  shape: NameShape,
  count: number,
  words: number,
  common: boolean,
  talk: boolean,
  lines: number,
): boolean {
  if (shape === 'label') return true;
  if (shape === 'phrase' || common) return count >= 4 && count * 25 >= lines;
  return count >= 2 || words >= 2 || talk;
}

/** Of the words that openings are made of, those that the text also writes small. */
function ordinaryWords(lines: readonly string[], shapes: ReadonlyMap<string, NameShape>): ReadonlySet<string> {
  const asked = new Set([...shapes.keys()].flatMap((name) => name.toLowerCase().split(/\s+/)));
  const found = new Set<string>();
  if (asked.size === 0) return found;
  for (const line of lines) {
    for (const [word] of line.matchAll(/(?<![\p{L}\p{M}'’-])\p{Ll}[\p{Ll}\p{M}'’-]*/gu))
      if (asked.has(word)) found.add(word);
  }
  return found;
}

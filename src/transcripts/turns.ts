// Finds who speaks in lines that open with a name and a colon, and tells names from clauses by the whole file.
import { known } from '../text/known.ts';
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
  if (!line.includes(':') && !line.includes('：')) return undefined;
  const match = opening.exec(line);
  if (match === null) return undefined;
  const name = (match[2] ?? match[3] ?? '').trim();
  const shape = nameShape(name);
  if (shape === undefined) return undefined;
  const startSeconds = parseTimecode(match[1] ?? match[4] ?? '');
  return { name, shape, text: line.slice(match[0].length), ...known({ startSeconds }) };
}

/** Reads one line as a speaker's turn; `undefined` where it opens with no speaker. */
export type TurnReader = (line: string) => Turn | undefined;

/** Ends as what somebody says does; a headline ("The Talk: Numbers or Customers") does not. */
const sentenceEnd = /[.!?…。！？:,;\])"”»’\-–—]\s*$/u;

/**
 * Made from all lines of a file, because one line alone cannot tell "Rose: …" from "Remember: …". Labels and parts always count; a
 * name counts when it comes again or has two capitals at least, unless its words are ordinary words of this text.
 *
 * `whole`: each line is a whole paragraph, so that one without an end is a heading; captions break anywhere.
 */
export function turnReader(lines: readonly string[], { whole }: { readonly whole: boolean }): TurnReader {
  const openings = lines.map((line) => openingOf(line)).filter((found) => found !== undefined);
  const ended = new Set(
    openings.filter(({ text }) => !whole || text === '' || sentenceEnd.test(text)).map(({ name }) => name),
  );
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
    const evidence = { shape: shapes.get(name), count, words: words.length, common, talk, lines: spoken };
    if ((count > 1 || ended.has(name)) && isSpeaker(evidence)) speakers.add(name);
  }
  return (line) => {
    const found = openingOf(line);
    if (found === undefined || !speakers.has(found.name)) return undefined;
    const { shape: _, ...turn } = found;
    return turn;
  };
}

interface Evidence {
  readonly shape: NameShape;
  readonly count: number;
  /** Of the name. */
  readonly words: number;
  /** The text writes the same words small elsewhere. */
  readonly common: boolean;
  /** Most lines of the file open with a name. */
  readonly talk: boolean;
  readonly lines: number;
}

function isSpeaker({ shape, count, words, common, talk, lines }: Evidence): boolean {
  if (shape === 'label') return true;
  if (shape === 'phrase' || common) return count >= 4 && count * 25 >= lines;
  return count >= 2 || words >= 2 || talk;
}

/** A sample tells which words are ordinary. */
const sampleLines = 5000;

/** Of the words that openings are made of, those that the text also writes small. */
function ordinaryWords(lines: readonly string[], shapes: ReadonlyMap<string, NameShape>): ReadonlySet<string> {
  const asked = new Set([...shapes.keys()].flatMap((name) => name.toLowerCase().split(/\s+/)));
  const found = new Set<string>();
  if (asked.size === 0) return found;
  for (const line of lines.slice(0, sampleLines)) {
    for (const [word] of line.matchAll(/(?<![\p{L}\p{M}'’-])\p{Ll}[\p{Ll}\p{M}'’-]*/gu))
      if (asked.has(word)) found.add(word);
  }
  return found;
}

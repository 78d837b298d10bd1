// Finds who speaks in lines that open with a name and a colon, and tells names from clauses by the whole file.
import { bare } from '../text/fold.ts';
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
  const startSeconds = parseTimecode(match[1] ?? match[4] ?? '');
  return { name, shape: nameShape(name), text: line.slice(match[0].length), ...known({ startSeconds }) };
}

/** Reads one line as a speaker's turn; `undefined` where it opens with no speaker. */
export type TurnReader = (line: string) => Turn | undefined;

/** Ends as what somebody says does; a headline ("The Talk: Numbers or Customers") does not. */
const sentenceEnd = /[.!?…。！？:,;\])"”»’\-–—]\s*$/u;

/**
 * Made from all lines of a file, because one line alone cannot tell "Rose: …" from "Remember: …". Labels and parts always count; a
 * name counts when it comes again or has two capitals at least, unless its words are ordinary words of this text. Names that
 * differ in case or accents alone are one, called as it is written most often; small, it counts only where it is also seen tall.
 *
 * `whole`: each line is a whole paragraph, so that one without an end is a heading; captions break anywhere.
 */
export function turnReader(lines: readonly string[], { whole }: { readonly whole: boolean }): TurnReader {
  const openings = lines.flatMap((line) => openingOf(line) ?? []).filter(({ shape }) => shape !== undefined);
  const ended = new Set(
    openings.filter(({ text }) => !whole || text === '' || sentenceEnd.test(text)).map(({ name }) => bare(name)),
  );
  const spellings = new Map<string, string[]>();
  const shapes = new Map<string, NameShape>();
  for (const { name, shape } of openings) {
    const key = bare(name);
    const written = spellings.get(key);
    if (written === undefined) spellings.set(key, [name]);
    else written.push(name);
    if (shapes.get(key) !== 'name') shapes.set(key, shape);
  }
  const ordinary = ordinaryWords(lines, shapes);
  const spoken = lines.filter((line) => line.trim() !== '').length;
  const talk = openings.length >= 2 && openings.length * 2 >= spoken;
  const speakers = new Map<string, string>();
  for (const [key, written] of spellings) {
    const name = mostFrequent(written);
    const words = key.split(/\s+/);
    const common = words.every((word) => ordinary.has(word));
    const count = written.length;
    const evidence = { shape: shapes.get(key), count, words: words.length, common, talk, lines: spoken };
    if ((count > 1 || ended.has(key)) && isSpeaker(evidence)) speakers.set(key, name);
  }
  return (line) => {
    const found = openingOf(line);
    const name = found === undefined ? undefined : speakers.get(bare(found.name));
    if (found === undefined || name === undefined) return undefined;
    const { shape: _, ...turn } = found;
    return { ...turn, name };
  };
}

/** The first of those that come equally often. */
function mostFrequent(written: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of written) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [[most] = ['']] = [...counts].sort(([, one], [, other]) => other - one);
  return most;
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

/** As people type a name in haste: "ann lee". */
const smallLabel = /^\p{Ll}\S*(?:\s\S+){0,2}$/u;

/** A sample tells which words are ordinary. */
const sampleLines = 5000;

/** Of the words that openings are made of, folded, those that the text also writes small elsewhere than in a label. */
function ordinaryWords(lines: readonly string[], shapes: ReadonlyMap<string, NameShape>): ReadonlySet<string> {
  const asked = new Set([...shapes.keys()].flatMap((key) => key.split(/\s+/)));
  const found = new Set<string>();
  if (asked.size === 0) return found;
  for (const line of lines.slice(0, sampleLines)) {
    const label = openingOf(line);
    const said = label !== undefined && smallLabel.test(label.name) ? label.text : line;
    for (const [word] of said.matchAll(/(?<![\p{L}\p{M}'’-])\p{Ll}[\p{Ll}\p{M}'’-]*/gu))
      if (asked.has(bare(word))) found.add(bare(word));
  }
  return found;
}

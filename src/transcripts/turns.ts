// Finds who speaks in lines that open with a name and a colon, and tells names from clauses by the whole file.
import { bare } from '../text/fold.ts';
import { known } from '../text/known.ts';
import { remembered } from '../text/remembered.ts';
import { parseTimecode } from '../text/timecode.ts';
import { isSmallName, nameShape } from './names.ts';

export interface Turn {
  readonly name: string;
  readonly startSeconds?: number;
  /** What follows the colon. */
  readonly text: string;
}

const time = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const stamp = String.raw`[[(]?(${time})[\])]?`;
const opening = new RegExp(
  // A time may stand before the name, between it and the colon, or in round brackets behind the colon.
  String.raw`^(?:(?:[-–—>•*]{1,3}\s+|>{2,3}))?(?:${stamp}\s+(?:[-–—]\s+)?)?(?:\[([^[\]:]{1,60})\]|([^\s:：[(][^:：[]{0,79}?))` +
    String.raw`(?:\s*${stamp})?\s?(?::(?=\s|$)|：)\s*(?:\((${time})\)(?:\s+|$))?`,
  'u',
);

function openingOf(line: string): Turn | undefined {
  if (!line.includes(':') && !line.includes('：')) return undefined;
  const match = opening.exec(line);
  if (match === null) return undefined;
  const name = (match[2] ?? match[3] ?? '').trim();
  const startSeconds = parseTimecode(match[1] ?? match[4] ?? match[5] ?? '');
  return { name, text: line.slice(match[0].length), ...known({ startSeconds }) };
}

/** Reads one line as a speaker's turn; `undefined` where it opens with no speaker. */
export type TurnReader = (line: string) => Turn | undefined;

/** Ends as what somebody says does; a headline ("The Talk: Numbers or Customers") does not. Thai and Lao write no stops. */
const sentenceEnd = /[.!?…。！？।။។:,;\])"”»’\-–—\p{Script=Thai}\p{Script=Lao}]\s*$/u;

/** The less sure first: a label that is seen in several shapes has the surest of them. */
const shapes = ['small', 'phrase', 'name', 'label'] as const;
type Shape = (typeof shapes)[number];

/** In no talk do so many people speak; what opens lines later is nobody. */
const mostLabels = 5000;

/** What opens lines, in all its spellings. */
interface Label {
  shape: Shape;
  count: number;
  /** Some line that it opens ends as what somebody says does. */
  isEnded: boolean;
  readonly spellings: Map<string, number>;
}

/**
 * Made from all lines of a file, because one line alone cannot tell "Rose: …" from "Remember: …". Labels and parts always count; a
 * name counts when it comes again or has two capitals at least, unless its words are ordinary words of this text. Names that
 * differ in case or accents alone are one, called as it is written most often; one that is only ever written small counts where
 * most lines open with a name, and it comes again.
 *
 * `whole`: each line is a whole paragraph, so that one without an end is a heading; captions break anywhere.
 */
export function turnReader(lines: Iterable<string>, { whole }: { readonly whole: boolean }): TurnReader {
  const shapeOf = remembered((name): Shape | undefined => nameShape(name) ?? (isSmallName(name) ? 'small' : undefined));
  const keyOf = remembered(bare);
  const labels = new Map<string, Label>();
  const sample: string[] = [];
  const counts = { spoken: 0, tall: 0, small: 0 };
  for (const line of lines) {
    if (line.trim() === '') continue;
    counts.spoken++;
    if (sample.length < sampleLines) sample.push(line.slice(0, sampleLength));
    const opened = openingOf(line);
    const shape = opened === undefined ? undefined : shapeOf(opened.name);
    if (opened === undefined || shape === undefined) continue;
    const { name, text } = opened;
    const known = labels.get(keyOf(name));
    if (known === undefined && labels.size >= mostLabels) continue;
    const label = known ?? { shape, count: 0, isEnded: false, spellings: new Map() };
    if (shapes.indexOf(shape) > shapes.indexOf(label.shape)) label.shape = shape;
    label.count++;
    label.isEnded ||= !whole || text === '' || sentenceEnd.test(text);
    label.spellings.set(name, (label.spellings.get(name) ?? 0) + 1);
    labels.set(keyOf(name), label);
    counts[shape === 'small' ? 'small' : 'tall']++;
  }
  const ordinary = ordinaryWords(sample, labels);
  const speakers = new Map<string, string>();
  for (const [key, label] of labels) {
    const words = key.split(/\s+/);
    const isCommon = words.every((word) => ordinary.has(word));
    if ((label.count > 1 || label.isEnded) && isSpeaker(label, words.length, isCommon, counts)) {
      speakers.set(key, mostFrequent(label.spellings));
    }
  }
  return (line) => {
    const opened = openingOf(line);
    const name = opened === undefined ? undefined : speakers.get(keyOf(opened.name));
    return opened === undefined || name === undefined ? undefined : { ...opened, name };
  };
}

/** The first of those that come equally often. */
function mostFrequent(spellings: ReadonlyMap<string, number>): string {
  const [[most] = ['']] = [...spellings].sort(([, one], [, other]) => other - one);
  return most;
}

/** Of lines: with something in them, opening with a name in capitals, opening with a small one. */
interface Counts {
  readonly spoken: number;
  readonly tall: number;
  readonly small: number;
}

/** @param isCommon The text writes the same words small elsewhere. */
function isSpeaker({ shape, count }: Label, words: number, isCommon: boolean, counts: Counts): boolean {
  const { spoken, tall, small } = counts;
  if (shape === 'label') return true;
  if (shape === 'small') {
    if ((tall + small) * 2 < spoken) return false;
    return count >= 3 || (tall === 0 && (count === 2 || small * 10 >= spoken * 9));
  }
  if (shape === 'phrase' || isCommon) return count >= 4 && count * 25 >= spoken;
  return count >= 2 || words >= 2 || (tall >= 2 && tall * 2 >= spoken);
}

/** A sample tells which words are ordinary. */
const sampleLines = 5000;
const sampleLength = 5000;

/** Of the words that openings are made of, folded, those that the text also writes small elsewhere than in a label. */
function ordinaryWords(lines: readonly string[], labels: ReadonlyMap<string, Label>): ReadonlySet<string> {
  const asked = new Set([...labels.keys()].flatMap((key) => key.split(/\s+/)));
  const found = new Set<string>();
  if (asked.size === 0) return found;
  for (const line of lines) {
    const label = openingOf(line);
    const said = label !== undefined && isSmallName(label.name) ? label.text : line;
    for (const [word] of said.matchAll(/(?<![\p{L}\p{M}'’-])\p{Ll}[\p{Ll}\p{M}'’-]*/gu))
      if (asked.has(bare(word))) found.add(bare(word));
  }
  return found;
}

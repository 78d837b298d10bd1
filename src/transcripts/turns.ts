// Finds who speaks in lines that open with a name and a colon, and tells names from clauses by the whole file.
import { VerbatimError } from '../errors.ts';
import { bare } from '../text/fold.ts';
import { remembered } from '../text/remembered.ts';
import { isPartOfExchange, isSmallName, nameShape } from './names.ts';
import { openingOf, type Turn } from './opening.ts';
import { genericLabel } from './speaker.ts';

/** Reads one line as a speaker's turn; `undefined` where it opens with no speaker. */
export type TurnReader = (line: string) => Turn | undefined;

/** Ends as what somebody says does; a headline ("The Talk: Numbers or Customers") does not. Thai and Lao write no stops. */
export const sentenceEnd = /[.!?…。！？।။។:,;\])"”»’\-–—\p{Script=Thai}\p{Script=Lao}]\s*$/u;

/** The less sure first: a label that is seen in several shapes has the surest of them. */
const shapes = ['small', 'phrase', 'name', 'label'] as const;
type Shape = (typeof shapes)[number];

/** In no talk do so many people speak. */
const mostLabels = 5000;
const tooManyLabels = `Its lines open with more than ${mostLabels.toLocaleString('en')} different names: no talk has so many speakers.`;

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
 * `whole`: each line is a whole paragraph, so that one without an end is a heading; captions break anywhere, and there a name in
 * capitals ("JOHN: …") counts at once, for they are written so where somebody is not seen.
 *
 * @throws VerbatimError `malformed` where whole lines open with more different names than a talk has speakers. In captions, which
 * keep their words whoever says them, what opens lines beyond that is nobody.
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
    if (known === undefined && labels.size >= mostLabels) {
      if (whole) throw new VerbatimError('malformed', tooManyLabels);
      continue;
    }
    const label = known ?? { shape, count: 0, isEnded: false, spellings: new Map() };
    if (shapes.indexOf(shape) > shapes.indexOf(label.shape)) label.shape = shape;
    label.count++;
    label.isEnded ||= !whole || text === '' || sentenceEnd.test(text);
    label.spellings.set(name, (label.spellings.get(name) ?? 0) + 1);
    labels.set(keyOf(name), label);
    counts[shape === 'small' ? 'small' : 'tall']++;
  }
  const ordinary = ordinaryWords(sample, labels);
  const isShouted = !whole && sample.filter(isCapital).length * 2 > sample.length;
  const isExchange = takesTurns(labels);
  const speakers = new Map<string, string>();
  for (const [key, label] of labels) {
    const words = key.split(/\s+/);
    const isCommon = words.every((word) => ordinary.has(word));
    const isTall = !whole && !isShouted && !isCommon && isTallName(label);
    const isOne = isPartOfExchange(key) ? isExchange : isTall || isSpeaker(label, words.length, isCommon, counts);
    if ((label.count > 1 || label.isEnded) && isOne) {
      speakers.set(key, mostFrequent(label.spellings));
    }
  }
  return (line) => {
    const opened = openingOf(line);
    const name = opened === undefined ? undefined : speakers.get(keyOf(opened.name));
    return opened === undefined || name === undefined ? undefined : { ...opened, name };
  };
}

/** Whether questions and answers are all the parts there are: one alone, or beside a machine's labels, is what was said. */
function takesTurns(labels: ReadonlyMap<string, Label>): boolean {
  let turns = 0;
  for (const [key, { count }] of labels) {
    if (isPartOfExchange(key)) turns += count;
    else if (key.length > 1 && genericLabel(key)) return false;
  }
  return turns > 1;
}

function isCapital(text: string): boolean {
  return !/\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
}

/** Shorter words in capitals stand for something: "FBI". */
const shortestTallName = 4;

function isTallName({ shape, spellings }: Label): boolean {
  return shape === 'name' && [...spellings.keys()].every((name) => name.length >= shortestTallName && isCapital(name));
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

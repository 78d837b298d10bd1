// Prose: paragraphs that open with a name and a colon, with a headline, a date, an introduction or a tail around them.
import { decodeEntities } from '../../text/decode-entities.ts';
import { tailOf } from '../article-tail.ts';
import type { Turn } from '../opening.ts';
import { isTalk, opensMonologue, tooFewTurns } from '../prose-talk.ts';
import { readPublished } from '../published.ts';
import { cleanName } from '../speaker.ts';
import { filledLines, type Line, type Lines } from '../text-lines.ts';
import { withoutTimeAbove } from '../time-above.ts';
import type { Cue, Format, Transcript, TranscriptFacts } from '../transcript.ts';
import { type TurnReader, turnReader } from '../turns.ts';

/** Enough of a file to recognise it by. */
const headLength = 100_000;

export const prose: Format = {
  name: 'prose',

  recognise(text) {
    const lines = filledLines(text.slice(0, headLength));
    const reader = readerOf(lines);
    const names = [...lines].flatMap((line) => reader(line.text)?.name ?? []);
    if (names.length === 0) return 0;
    return isTalk(names, lines, reader) ? 0.6 : 0.2;
  },

  parse(text) {
    return parseLines(filledLines(decodeEntities(text)));
  },
};

/**
 * @param lines filled ones, entities read.
 * @throws VerbatimError `malformed` where nobody takes turns.
 */
export function parseLines(lines: Lines): Transcript {
  const reader = readerOf(lines);
  let turns = 0;
  let lastTurn = 0;
  let odd: Line | undefined;
  for (const line of lines) {
    if (reader(line.text) === undefined) odd ??= line;
    else {
      turns++;
      lastTurn = line.number;
    }
  }
  if (turns < 2 && !opensMonologue(lines, reader)) throw tooFewTurns(lines, odd, turns);
  const { facts, rest } = readHead(lines, reader);
  return { format: 'prose', facts, cues: readBody(rest, reader, lastTurn) };
}

function readerOf(lines: Lines): TurnReader {
  return turnReader(textsOf(lines), { whole: true });
}

function* textsOf(lines: Lines): Generator<string> {
  for (const { text } of lines) yield text;
}

/** So many lines may a headline and a date take, with a line of author or show between them. */
const longestHead = 5;

/** Headline and date stand before everything else; a sentence that is glued to the date is kept. */
function readHead(lines: Lines, reader: TurnReader): { facts: TranscriptFacts; rest: Iterable<Line> } {
  let facts: TranscriptFacts = {};
  const head = Array.from({ length: longestHead }, (_, index) => lines.at(index)).filter((line) => line !== undefined);
  const [first, second] = head;
  if (first !== undefined && isHeadline(first.text, second?.text ?? '', reader)) {
    facts = { title: first.text.replace(/^#{1,6}\s+/, '') };
    head.shift();
  }
  for (const [index, line] of head.slice(0, longestHead - 1).entries()) {
    if (reader(line.text) !== undefined) break;
    const published = readPublished(line.text);
    if (published === undefined) continue;
    if (published.publishedAt !== undefined) facts = { ...facts, publishedAt: published.publishedAt };
    head.splice(index, 1, ...(published.rest === '' ? [] : [{ number: line.number, text: published.rest }]));
    break;
  }
  return { facts, rest: behindHead(head, lines) };
}

function* behindHead(head: readonly Line[], lines: Lines): Generator<Line> {
  yield* head;
  for (let index = longestHead; index < lines.length; index++) {
    const line = lines.at(index);
    if (line !== undefined) yield line;
  }
}

function isHeadline(line: string, next: string, reader: TurnReader): boolean {
  if (line.length > 200 || /[.;,]$/.test(line) || readPublished(line) !== undefined) return false;
  // "Ann Example: How I Bake" is a headline too where the date follows.
  return reader(line) === undefined || readPublished(next) !== undefined;
}

interface Read {
  readonly line: Line;
  readonly turn: Turn | undefined;
  /** Whether the next line opens with a name. */
  readonly beforeTurn: boolean;
}

function* readLines(lines: Iterable<Line>, reader: TurnReader): Generator<Read> {
  let before: { readonly line: Line; readonly turn: Turn | undefined } | undefined;
  for (const line of lines) {
    const turn = reader(line.text);
    if (before !== undefined) yield { ...before, beforeTurn: turn !== undefined };
    before = { line, turn };
  }
  if (before !== undefined) yield { ...before, beforeTurn: false };
}

/** @param lastTurn the number of the last line that opens with a name. */
function* readBody(lines: Iterable<Line>, reader: TurnReader, lastTurn: number): Generator<Cue> {
  let speaker: string | null = null;
  /** Of a name or a time that stands alone on its line, until its words come. */
  let startSeconds: number | undefined;
  let over = false;
  for (const { line, turn, beforeTurn } of readLines(lines, reader)) {
    let { text } = line;
    let isAuthors = false;
    if (turn !== undefined) {
      speaker = cleanName(turn.name);
      ({ text } = turn);
      startSeconds = turn.startSeconds ?? startSeconds;
      if (text === '') continue;
    } else {
      const timed = withoutTimeAbove(text);
      startSeconds = timed.startSeconds ?? startSeconds;
      ({ text } = timed);
      if (text === '') continue;
      const below = line.number > lastTurn ? tailOf(text) : undefined;
      if (below === 'advertisement') return;
      over ||= below !== undefined;
      isAuthors = over || (beforeTurn && isHeading(text));
    }
    const start = startSeconds === undefined || isAuthors ? {} : { startSeconds };
    yield { text, speaker: isAuthors ? null : speaker, paragraph: true, ...start };
    startSeconds = undefined;
  }
}

/** A line between two turns that ends like no sentence: "Part two – Customers". */
function isHeading(line: string): boolean {
  return /^#{1,6}\s/.test(line) || (line.length <= 120 && /^\p{Lu}.*\s.*[\p{L}\p{N})]$/u.test(line));
}

// Whether prose is a talk: people who take turns, or one whose full name opens it; else why it is none.
import { VerbatimError } from '../errors.ts';
import { areSpeakers, nameShape } from './names.ts';
import { openingOf } from './opening.ts';
import { cleanName } from './speaker.ts';
import type { Line, Lines } from './text-lines.ts';
import { sentenceEnd, type TurnReader } from './turns.ts';

/** @param names of the lines that open with one, in order. */
export function isTalk(names: readonly string[], lines: Lines, reader: TurnReader): boolean {
  return takeTurns(names, lines.length) || isMonologue(names, lines, reader);
}

/** An article may quote somebody once; in a transcript people take turns. */
function takeTurns(names: readonly string[], lines: number): boolean {
  return names.length >= 2 && names.length * 12 >= lines && areSpeakers(names);
}

/** An article of many may open with a place and a colon. */
const mostLines = 12;

/** One person's talk opens with their full name, and its lines are sentences. */
function isMonologue(names: readonly string[], lines: Lines, reader: TurnReader): boolean {
  if (names.length !== 1 || lines.length > mostLines || !opensMonologue(lines, reader)) return false;
  let sentences = 0;
  for (const { text } of lines) if (sentenceEnd.test(text)) sentences++;
  return sentences * 2 >= lines.length;
}

export function opensMonologue(lines: Lines, reader: TurnReader): boolean {
  const turn = reader(lines.at(0)?.text ?? '');
  return turn !== undefined && turn.text !== '' && areSpeakers([cleanName(turn.name)]);
}

/** @param odd the first line that does not open with a name. */
export function tooFewTurns(lines: Lines, odd: Line | undefined, turns: number): VerbatimError {
  const first = lines.at(0);
  const alone = turns === 0 && first !== undefined ? openingOf(first.text)?.name : undefined;
  const told =
    alone !== undefined && nameShape(alone) === 'name'
      ? `Only one line opens with a name and a colon, and “${alone}” alone may be a heading: two are needed, or a full name`
      : `${turns === 0 ? 'No line opens' : 'Only one line opens'} with a speaker’s name and a colon`;
  return new VerbatimError('malformed', `${told} ("Ann Example: Hello.").`, { line: (odd ?? first)?.number ?? 1 });
}

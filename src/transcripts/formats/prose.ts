// Prose: paragraphs that open with a name and a colon, with a headline, a date, an introduction or a tail around them.
import { decodeHTMLStrict } from 'entities';
import { VerbatimError } from '../../errors.ts';
import { areSpeakers } from '../names.ts';
import { readPublished } from '../published.ts';
import { cleanName } from '../speaker.ts';
import { filledLines, type Line } from '../text-lines.ts';
import { withoutTimeAbove } from '../time-above.ts';
import type { Cue, Format, TranscriptFacts } from '../transcript.ts';
import { type TurnReader, turnReader } from '../turns.ts';

/** Enough of a file to recognise it by. */
const headLength = 100_000;

/** What stands under an article and that nobody in the talk said. */
const tail =
  /^(?:subscribe|follow us|listen (?:on|to|now)|share this|download (?:the|this)|transcri(?:bed|ption|pt) (?:by|from)|this transcript|photo(?:s|graph)? by|related|meeting ended after|berlangganan|ikuti kami|dengarkan|bagikan|transkrip oleh|foto:|abonnier|jetzt abonnieren|folgt uns|suscr[ií]b|síguenos|escucha en|abonnez|suivez|inscreva|assine|siga-nos|iscriviti|seguici|abonneer)/iu;

export const prose: Format = {
  name: 'prose',

  recognise(text) {
    const lines = filledLines(text.slice(0, headLength));
    const names = namesIn(lines, readerOf(lines));
    if (names.length === 0) return 0;
    return isTalk(names, lines.length) ? 0.6 : 0.2;
  },

  parse(text) {
    const lines = filledLines(text.includes('&') ? decodeHTMLStrict(text) : text);
    const reader = readerOf(lines);
    const turns = namesIn(lines, reader).length;
    if (turns < 2) {
      const odd = lines.find((line) => reader(line.text) === undefined) ?? lines[0];
      throw new VerbatimError(
        'malformed',
        `${turns === 0 ? 'No line opens' : 'Only one line opens'} with a speaker’s name and a colon ("Ann Example: Hello.").`,
        { line: odd?.number ?? 1 },
      );
    }
    const { facts, rest } = readHead(lines, reader);
    return { format: 'prose', facts, cues: readBody(rest, reader) };
  },
};

function readerOf(lines: readonly Line[]): TurnReader {
  return turnReader(
    lines.map((line) => line.text),
    { whole: true },
  );
}

/** Of all turns. */
function namesIn(lines: readonly Line[], reader: TurnReader): string[] {
  return lines.flatMap((line) => reader(line.text)?.name ?? []);
}

/** An article may quote somebody once; in a transcript people take turns. */
function isTalk(names: readonly string[], lines: number): boolean {
  return names.length >= 2 && names.length * 12 >= lines && areSpeakers(names);
}

/** Headline and date stand before everything else; a sentence that is glued to the date is kept. */
function readHead(lines: readonly Line[], reader: TurnReader): { facts: TranscriptFacts; rest: readonly Line[] } {
  let facts: TranscriptFacts = {};
  let rest = lines;
  const [first, second] = lines;
  if (first !== undefined && isHeadline(first.text, second?.text ?? '', reader)) {
    facts = { title: first.text.replace(/^#{1,6}\s+/, '') };
    rest = lines.slice(1);
  }
  // The date may stand under a line of author or show.
  for (let index = 0; index < Math.min(4, rest.length); index++) {
    const line = rest[index];
    if (line === undefined || reader(line.text) !== undefined) break;
    const published = readPublished(line.text);
    if (published === undefined) continue;
    if (published.publishedAt !== undefined) facts = { ...facts, publishedAt: published.publishedAt };
    const glued = published.rest === '' ? [] : [{ number: line.number, text: published.rest }];
    rest = [...rest.slice(0, index), ...glued, ...rest.slice(index + 1)];
    break;
  }
  return { facts, rest };
}

function isHeadline(line: string, next: string, reader: TurnReader): boolean {
  if (line.length > 200 || /[.;,]$/.test(line) || readPublished(line) !== undefined) return false;
  // "Ann Example: How I Bake" is a headline too where the date follows.
  return reader(line) === undefined || readPublished(next) !== undefined;
}

function readBody(lines: readonly Line[], reader: TurnReader): Cue[] {
  const cues: Cue[] = [];
  const turns = lines.map((line) => reader(line.text));
  const lastTurn = turns.findLastIndex((turn) => turn !== undefined);
  let speaker: string | null = null;
  /** Of a name or a time that stands alone on its line, until its words come. */
  let startSeconds: number | undefined;
  let over = false;
  lines.forEach((line, index) => {
    const turn = turns[index];
    let { text } = line;
    let isAuthors = false;
    if (turn !== undefined) {
      speaker = cleanName(turn.name);
      ({ text } = turn);
      startSeconds = turn.startSeconds ?? startSeconds;
      if (text === '') return;
    } else {
      const timed = withoutTimeAbove(text);
      startSeconds = timed.startSeconds ?? startSeconds;
      ({ text } = timed);
      if (text === '') return;
      over ||= index > lastTurn && tail.test(text);
      isAuthors = over || (turns[index + 1] !== undefined && isHeading(text));
    }
    const start = startSeconds === undefined || isAuthors ? {} : { startSeconds };
    cues.push({ text, speaker: isAuthors ? null : speaker, paragraph: true, ...start });
    startSeconds = undefined;
  });
  return cues;
}

/** A line between two turns that ends like no sentence: "Part two – Customers". */
function isHeading(line: string): boolean {
  return /^#{1,6}\s/.test(line) || (line.length <= 120 && /^\p{Lu}.*\s.*[\p{L}\p{N})]$/u.test(line));
}

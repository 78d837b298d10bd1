// Captions to cues: who speaks in them, and when each word is shown where they say so.
import { remembered } from '../text/remembered.ts';
import { alignedWords, type TimedWord } from './aligned-words.ts';
import type { Captions } from './caption-list.ts';
import { captionText, wordsWithin } from './caption-text.ts';
import { withoutRepeats } from './rolling.ts';
import { cleanName } from './speaker.ts';
import type { Cue } from './transcript.ts';
import { type TurnReader, turnReader } from './turns.ts';
import { arrow } from './voice-changes.ts';

/** What is said in one go; without a speaker it is the one before; `null`: somebody else, unnamed. */
interface Said {
  readonly speaker?: string | null;
  readonly text: string;
  readonly words: readonly TimedWord[];
}

/** One caption holds several cues where several people speak in it. A speaker that is not named again goes on. */
export function* captionCues(written: Captions): Generator<Cue> {
  const captions = withoutRepeats(written);
  const marks = marksOf(captions);
  const readLine = lineReader(turnReader(partsOf(captions, marks), { whole: false }), marks);
  for (const { text, startSeconds, endSeconds } of captions) {
    // The first words start when the caption does, the last end when it ends; those between have no time of their own.
    const turns = text.length > longestCaption ? [plain(text)] : joined(text.split('\n').flatMap(readLine));
    for (const [index, { speaker, text: said, words }] of turns.entries()) {
      const start = index === 0 && startSeconds !== undefined ? { startSeconds } : {};
      const end = index === turns.length - 1 && endSeconds !== undefined ? { endSeconds } : {};
      // Two unnamed people in a row are still two.
      const who = speaker === undefined ? {} : speaker === null ? { speaker, paragraph: true } : { speaker };
      if (words.length === 0) yield { text: said, ...who, ...start, ...end };
      else for (const cue of alignedWords({ text: said, words, ...start, ...end })) yield { ...cue, ...who };
    }
  }
}

/** An hour of talk in one caption is none: nobody is looked for in it, for each mark would cost a hundred times its length. */
const longestCaption = 100_000;

function plain(text: string): Said {
  return { text: captionText(text), words: [] };
}

/** Lines without a speaker of their own go with the line before. */
function joined(said: readonly Said[]): readonly Said[] {
  if (said.length < 2) return said;
  const turns: Said[] = [];
  for (const one of said) {
    const last = turns.at(-1);
    if (last === undefined || one.speaker !== undefined) turns.push(one);
    else turns[turns.length - 1] = { ...last, text: `${last.text} ${one.text}`, words: [...last.words, ...one.words] };
  }
  return turns;
}

/** What says in this file that somebody else speaks. */
interface Marks {
  /** Where two people talk in one caption, each one's line opens with a dash. */
  readonly dashes: boolean;
  /** ">>", anywhere in a line. */
  readonly arrows: boolean;
}

const dash = /^[-‐–—](?:\s+(?=\S)|(?=[^\s\d\-‐–—]))/u;
const arrowFirst = /^\s*(?:<[^<>]*>|-)?\s*>{2,3}\s*[^\s>]/;

function marksOf(captions: Captions): Marks {
  let dashes = false;
  let arrows = 0;
  for (const { text } of captions) {
    if (text.length > longestCaption) continue;
    dashes ||= text.includes('\n') && dashesIn(text) > 1;
    if (text.includes('>>') || text.includes('&gt;&gt;')) arrows += arrowsIn(text);
  }
  return { dashes, arrows: arrows > 1 };
}

/** One that opens a line is as good as two: nothing else that is said opens so. More than two are not counted. */
function arrowsIn(text: string): number {
  let count = 0;
  for (const line of text.split('\n')) {
    const said = captionText(line);
    if (arrowFirst.test(said)) return 2;
    count += said.split(arrow, 3).length - 1;
  }
  return count;
}

function dashesIn(text: string): number {
  return text.split('\n').filter((line) => dash.test(captionText(line))).length;
}

/** The parts of the lines that may open with a name. */
function* partsOf(captions: Captions, { arrows }: Marks): Generator<string> {
  for (const { text } of captions) {
    if (text.length > longestCaption) continue;
    for (const line of text.split('\n')) {
      if (hasVoice(line)) yield line;
      else if (arrows) yield* captionText(line).split(arrow);
      else yield captionText(line);
    }
  }
}

/** `<v Ann Example>`, `<v.loud Ann>`. A class after the dot is styling, the rest up to ">" is the name. */
const voice = /<v(?:\.[^\s<>]{0,80})?\s+([^<>]{1,200})>/;

function hasVoice(line: string): boolean {
  return line.includes('<v');
}

function lineReader(reader: TurnReader, { dashes, arrows }: Marks): (line: string) => Said[] {
  const nameOf = remembered((written) => cleanName(captionText(written)));

  /** What stands before the first voice, then name and words in turn. */
  function voices(line: string): Said[] {
    const [before = '', ...rest] = line.split(voice);
    const said: Said[] = captionText(before) === '' ? [] : [{ text: captionText(before), words: wordsWithin(before) }];
    for (let at = 0; at < rest.length; at += 2) {
      const words = rest[at + 1] ?? '';
      said.push({ speaker: nameOf(rest[at] ?? ''), text: captionText(words), words: wordsWithin(words) });
    }
    return said;
  }

  /** @param changed A mark before it says that somebody else speaks. */
  function turnOf(text: string, changed: boolean, words: readonly TimedWord[]): Said[] {
    const turn = reader(text);
    if (turn !== undefined) return [{ speaker: nameOf(turn.name), text: turn.text, words }];
    if (changed) return [{ speaker: null, text, words }];
    if (dashes && dash.test(text)) return [{ speaker: null, text: text.replace(dash, ''), words }];
    return text === '' ? [] : [{ text, words }];
  }

  return (line) => {
    if (hasVoice(line)) return voices(line);
    const text = captionText(line);
    const words = wordsWithin(line);
    if (!arrows || !text.includes('>>')) return turnOf(text, false, words);
    const parts = text.split(arrow);
    // Which of several parts a word stands in is not looked for.
    const timed = parts.filter((part) => part !== '').length === 1 ? words : [];
    return parts.flatMap((part, index) => turnOf(part, index > 0, timed));
  };
}

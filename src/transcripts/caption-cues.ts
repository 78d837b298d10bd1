// Captions to cues: voices, names before a colon, tags and entities.
import { captionText } from './caption-text.ts';
import type { Caption } from './captions.ts';
import { withoutRepeats } from './rolling.ts';
import { cleanName } from './speaker.ts';
import type { Cue } from './transcript.ts';
import { type TurnReader, turnReader } from './turns.ts';

/** What is said in one go; without a speaker it is the one before; `null`: somebody else, unnamed. */
interface Said {
  readonly speaker?: string | null;
  readonly text: string;
}

/** One caption holds several cues where several people speak in it. A speaker that is not named again goes on. */
export function captionCues(written: readonly Caption[]): Cue[] {
  const captions = withoutRepeats(written);
  const reader = turnReader(
    captions.flatMap(({ lines }) => lines.map((line) => (hasVoice(line) ? line : captionText(line)))),
    { whole: false },
  );
  const dashed = captions.some(({ lines }) => lines.filter((line) => dash.test(captionText(line))).length > 1);
  const cues: Cue[] = [];
  for (const { lines, startSeconds, endSeconds } of captions) {
    const said = lines.flatMap((line) => (hasVoice(line) ? voices(line) : turnOf(line, reader, dashed)));
    // The first words start when the caption does, the last end when it ends; those between have no time of their own.
    const turns = joined(said);
    turns.forEach((turn, index) => {
      const start = index === 0 ? { startSeconds } : {};
      const end = index === turns.length - 1 ? { endSeconds } : {};
      // Two unnamed people in a row are still two.
      const apart = turn.speaker === null ? { paragraph: true } : {};
      cues.push({ ...turn, ...start, ...end, ...apart });
    });
  }
  return cues;
}

/** Lines without a speaker of their own go with the line before. */
function joined(said: readonly Said[]): readonly Said[] {
  if (said.length < 2) return said;
  const turns: { speaker: string | null | undefined; texts: string[] }[] = [];
  for (const { speaker, text } of said) {
    const last = turns.at(-1);
    if (last === undefined || speaker !== undefined) turns.push({ speaker, texts: [text] });
    else last.texts.push(text);
  }
  return turns.map(({ speaker, texts }) => ({ text: texts.join(' '), ...(speaker === undefined ? {} : { speaker }) }));
}

/** `<v Ann Example>`, `<v.loud Ann>`. A class after the dot is styling, the rest up to ">" is the name. */
const voice = /<v(?:\.[^\s<>]{0,80})?\s+([^<>]{1,200})>/g;

function hasVoice(line: string): boolean {
  return line.includes('<v');
}

function voices(line: string): Said[] {
  const said: Said[] = [];
  let from = 0;
  let speaker: string | undefined;
  const push = (raw: string): void => {
    const text = captionText(raw);
    if (speaker !== undefined) said.push({ speaker, text });
    else if (text !== '') said.push({ text });
  };
  for (const match of line.matchAll(voice)) {
    push(line.slice(from, match.index));
    speaker = cleanName(captionText(match[1] ?? ''));
    from = match.index + match[0].length;
  }
  push(line.slice(from));
  return said;
}

/** Where two people talk in one caption, each one's line opens so. */
const dash = /^[-‐–—](?:\s+(?=\S)|(?=[^\s\d\-‐–—]))/u;

/** @param dashed In this file a dash says that somebody else speaks. */
function turnOf(line: string, reader: TurnReader, dashed: boolean): Said[] {
  const text = captionText(line);
  const turn = reader(text);
  if (turn !== undefined) return [{ speaker: cleanName(turn.name), text: turn.text }];
  if (dashed && dash.test(text)) return [{ speaker: null, text: text.replace(dash, '') }];
  return text === '' ? [] : [{ text }];
}

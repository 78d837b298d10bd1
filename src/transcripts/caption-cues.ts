// Captions to cues: voices, names before a colon, tags and entities.
import { decodeHTML } from 'entities';
import type { Caption } from './captions.ts';
import { cleanName } from './speaker.ts';
import type { Cue } from './transcript.ts';
import { turnReader } from './turns.ts';

/** One caption holds several cues where several people speak in it. A speaker that is not named again goes on. */
export function captionCues(captions: readonly Caption[]): Cue[] {
  const voiced = captions.map(voicesOf);
  const lines = voiced.flatMap((parts) =>
    parts.filter((part) => part.voice === undefined).flatMap((part) => part.lines),
  );
  const reader = turnReader(lines);
  return captions.flatMap((caption, index) => {
    const said: { speaker: string | undefined; text: string }[] = [];
    for (const part of voiced[index] ?? []) {
      if (part.voice !== undefined) {
        said.push({ speaker: part.voice, text: part.lines.join(' ') });
        continue;
      }
      let speaker: string | undefined;
      let text: string[] = [];
      const finish = (): void => {
        if (text.length > 0) said.push({ speaker, text: text.join(' ') });
        text = [];
      };
      for (const line of part.lines) {
        const turn = reader(line);
        if (turn !== undefined) {
          finish();
          speaker = cleanName(turn.name);
        }
        text.push(turn?.text ?? line);
      }
      finish();
    }
    return timed(caption, said);
  });
}

/** The first words start when the caption does, the last end when it ends; what lies between has no time of its own. */
function timed(caption: Caption, said: readonly { speaker: string | undefined; text: string }[]): Cue[] {
  return said.map(({ speaker, text }, index) => ({
    text,
    ...(speaker === undefined ? {} : { speaker }),
    ...(index === 0 ? { startSeconds: caption.startSeconds } : {}),
    ...(index === said.length - 1 ? { endSeconds: caption.endSeconds } : {}),
  }));
}

interface Part {
  readonly voice: string | undefined;
  readonly lines: string[];
}

/** `<v Ann Example>`, `<v.loud Ann>`, `</v>`. A class after the dot is styling, the rest up to ">" is the name. */
const voice = /<v(?:\.[^\s<>]{0,80})?\s+([^<>]{1,200})>/g;
/** Tags of WebVTT and those that SRT borrowed from HTML, times within a caption, and `{\an8}` of SubStation. */
const tags =
  /<\/?(?:v|c|i|b|u|s|ruby|rt|lang|font|em|strong|span|p)(?:[.\s][^<>]{0,200})?>|<\d[\d:.]{3,20}>|\{\\[^{}]{1,60}\}/gi;

function voicesOf(caption: Caption): Part[] {
  const parts: Part[] = [{ voice: undefined, lines: [] }];
  for (const line of caption.lines) {
    let from = 0;
    for (const match of line.matchAll(voice)) {
      push(parts, line.slice(from, match.index));
      parts.push({ voice: cleanName(plain(match[1] ?? '')), lines: [] });
      from = match.index + match[0].length;
    }
    push(parts, line.slice(from));
  }
  return parts.filter((part) => part.lines.length > 0);
}

function push(parts: readonly Part[], raw: string): void {
  const text = plain(raw);
  if (text !== '') parts.at(-1)?.lines.push(text);
}

/** Tags go before entities are read, so that `&lt;b&gt;` stays what was said. */
function plain(raw: string): string {
  const untagged = raw.includes('<') || raw.includes('{') ? raw.replace(tags, '') : raw;
  return (untagged.includes('&') ? decodeHTML(untagged) : untagged).trim();
}

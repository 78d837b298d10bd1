// Lines that open with a time: "00:01:02 text", "[00:01:02] <v Name>text", "[00:01.000 --> 00:04.000] text", or a time alone above.
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { cleanName } from '../speaker.ts';
import { filledLines, type Line, type Lines } from '../text-lines.ts';
import type { Cue, Format } from '../transcript.ts';
import { turnReader } from '../turns.ts';
import { hasArrow, voiceChanges } from '../voice-changes.ts';

const time = String.raw`\d{1,4}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const opening = new RegExp(
  String.raw`^[[(]?(${time})(?:\s*(?:-->|-|–|—|to)\s*(${time}))?[\])]?(?:\s*[-–—:|]\s+|\s+|$)`,
);
const voice = /^<v(?:\.[^\s<>]{0,80})?\s+([^<>]{1,200})>/;

/** What players of songs are told (https://en.wikipedia.org/wiki/LRC_(file_format)): "[by: …]". */
const tag = /^\[(?:ar|al|ti|au|by|la|re|ve|length|offset|tool|id):[^[\]]{0,200}\]$/i;

export const timedLines: Format = {
  name: 'timed-lines',

  recognise(text) {
    const lines = [...filledLines(text.slice(0, 50_000))];
    const timed = lines.filter((line) => opening.test(line.text));
    if (timed.length < 2) return 0;
    const alone = timed.filter((line) => opening.exec(line.text)?.[0] === line.text).length;
    // Where the time stands alone, its words are the next line.
    return (timed.length + alone) * 10 >= lines.length * 6 ? 0.7 : 0.2;
  },

  parse(text) {
    const lines = filledLines(text, (line) => !tag.test(line));
    if (!isTimed(lines)) {
      const line = lines.at(0)?.number ?? 1;
      throw new VerbatimError('malformed', 'No line opens with a time ("00:01:02 Hello.").', { line });
    }
    return { format: 'timed-lines', facts: {}, cues: cuesOf(lines) };
  },
};

function isTimed(lines: Lines): boolean {
  for (const line of lines) if (opening.test(line.text)) return true;
  return false;
}

interface Entry {
  readonly said: string;
  readonly speaker: string | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
}

function entryOf({ text }: Line): Entry {
  const match = opening.exec(text);
  const said = match === null ? text : text.slice(match[0].length);
  const voiced = voice.exec(said);
  return {
    said: (voiced === null ? said : said.slice(voiced[0].length)).replace(/<\/v>$/, ''),
    speaker: voiced?.[1],
    start: match?.[1],
    end: match?.[2],
  };
}

function* wordsOf(lines: Lines): Generator<string> {
  for (const line of lines) yield entryOf(line).said;
}

function* cuesOf(lines: Lines): Generator<Cue> {
  const reader = turnReader(wordsOf(lines), { whole: false });
  let above: number | undefined;
  for (const line of lines) {
    const { said, speaker, start, end } = entryOf(line);
    const startSeconds = parseTimecode(start ?? '') ?? above;
    above = said === '' ? startSeconds : undefined;
    if (said === '') continue;
    const turn = reader(said);
    const name = speaker ?? turn?.name;
    const cue = {
      text: turn?.text ?? said,
      ...known({
        speaker: name === undefined ? undefined : cleanName(name),
        startSeconds,
        endSeconds: parseTimecode(end ?? ''),
      }),
    };
    if (hasArrow(cue.text)) yield* voiceChanges(cue);
    else yield cue;
  }
}

// Lines that open with a time: "00:01:02 text", "[00:01:02] <v Name>text", "[00:01.000 --> 00:04.000] text", or a time alone above.
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { cleanName } from '../speaker.ts';
import { filledLines, type Line } from '../text-lines.ts';
import type { Cue, Format } from '../transcript.ts';
import { turnReader } from '../turns.ts';

const time = String.raw`\d{1,4}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?`;
const opening = new RegExp(
  String.raw`^[[(]?(${time})(?:\s*(?:-->|-|–|—|to)\s*(${time}))?[\])]?(?:\s*[-–—:|]\s+|\s+|$)`,
);
const voice = /^<v(?:\.[^\s<>]{0,80})?\s+([^<>]{1,200})>/;

export const timedLines: Format = {
  name: 'timed-lines',

  recognise(text) {
    const lines = filledLines(text.slice(0, 50_000));
    const timed = lines.filter((line) => opening.test(line.text));
    if (timed.length < 2) return 0;
    const alone = timed.filter((line) => opening.exec(line.text)?.[0] === line.text).length;
    // Where the time stands alone, its words are the next line.
    return (timed.length + alone) * 10 >= lines.length * 6 ? 0.7 : 0.2;
  },

  parse(text) {
    const lines = filledLines(text);
    if (!lines.some((line) => opening.test(line.text))) {
      const line = lines[0]?.number ?? 1;
      throw new VerbatimError('malformed', 'No line opens with a time ("00:01:02 Hello.").', { line });
    }
    return { format: 'timed-lines', facts: {}, cues: cuesOf(lines) };
  },
};

function cuesOf(lines: readonly Line[]): Cue[] {
  const entries = lines.map(({ text }) => {
    const match = opening.exec(text);
    const said = match === null ? text : text.slice(match[0].length);
    const voiced = voice.exec(said);
    return {
      said: (voiced === null ? said : said.slice(voiced[0].length)).replace(/<\/v>$/, ''),
      speaker: voiced?.[1],
      startSeconds: parseTimecode(match?.[1] ?? ''),
      endSeconds: parseTimecode(match?.[2] ?? ''),
    };
  });
  const reader = turnReader(
    entries.map(({ said }) => said),
    { whole: false },
  );
  const cues: Cue[] = [];
  let above: number | undefined;
  for (const { said, speaker, startSeconds, endSeconds } of entries) {
    const start = startSeconds ?? above;
    above = said === '' ? start : undefined;
    if (said === '') continue;
    const turn = reader(said);
    const name = speaker ?? turn?.name;
    cues.push({
      text: turn?.text ?? said,
      ...known({ speaker: name === undefined ? undefined : cleanName(name), startSeconds: start, endSeconds }),
    });
  }
  return cues;
}

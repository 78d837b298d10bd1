// Otter's text export: "Name  M:SS" on a line, what was said on the next, a line of advertisement at the end.
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { type Heading, headedCues } from '../headed-cues.ts';
import { cleanName } from '../speaker.ts';
import { filledLines, type Lines } from '../text-lines.ts';
import type { Format } from '../transcript.ts';

/** Two spaces or a tab stand between name and time. */
const header = /^(\S.{0,78}?)(?: {2,}|\t+)(\d{1,3}:\d{2}(?::\d{2})?)$/;
const advertisement = /^Transcribed by https:\/\/otter\.ai/;

export const otter: Format = {
  name: 'otter',

  recognise(text) {
    const lines = [...filledLines(text.slice(0, 50_000))];
    const headers = lines.filter((line) => header.test(line.text)).length;
    if (headers === 0) return 0;
    return headers >= 2 || lines.some((line) => advertisement.test(line.text)) ? 0.9 : 0.3;
  },

  parse(text) {
    const lines = filledLines(text, (line) => !advertisement.test(line));
    const title = lines.at(0);
    if (!hasHeader(lines)) {
      const line = title?.number ?? 1;
      throw new VerbatimError('malformed', 'No line gives a name, two spaces and a time ("Ann Example  0:07").', {
        line,
      });
    }
    // Above the first speaker stand the title, the date and key words that a machine found.
    const isTitled = title !== undefined && !header.test(title.text);
    const headingAt = (index: number): Heading | undefined => headingOf(lines.at(index)?.text ?? '');
    return {
      format: 'otter',
      facts: known({ title: isTitled ? title.text : undefined }),
      cues: headedCues(lines, headingAt),
    };
  },
};

function hasHeader(lines: Lines): boolean {
  for (const line of lines) if (header.test(line.text)) return true;
  return false;
}

function headingOf(line: string): Heading | undefined {
  const match = header.exec(line);
  if (match === null) return undefined;
  return { speaker: cleanName(match[1] ?? ''), startSeconds: parseTimecode(match[2] ?? ''), lines: 1 };
}

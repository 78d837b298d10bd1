// A name and a time as a heading, what was said below: "Ann Example (0:07)", "0:07 - Ann Example", "[Ann Example] 10:04:31", or on two lines.
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { type Heading, headedCues } from '../headed-cues.ts';
import { areSpeakers, nameShape } from '../names.ts';
import { cleanName } from '../speaker.ts';
import { filledLines, type Lines } from '../text-lines.ts';
import type { Format } from '../transcript.ts';

const headLength = 50_000;
const longestHeading = 100;
const time = String.raw`[[(]?(\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?)[\])]?`;
const nameFirst = new RegExp(String.raw`^(?:\[([^[\]]{1,60})\]|(\S.{0,60}?))\s*[-–—|,@]?\s*${time}$`);
const timeFirst = new RegExp(String.raw`^${time}\s*[-–—|]?\s*(\S.{0,60})$`);
const timeAlone = new RegExp(`^${time}$`);

/** Nobody begins to speak an hour into a recording: such times are what the clock on the wall showed. */
const latestStartSeconds = 3600;

export const headedTurns: Format = {
  name: 'headed-turns',

  recognise(text) {
    const lines = [...filledLines(text.slice(0, headLength))];
    const headings = lines.flatMap((_, index) => headingAt(lines, index) ?? []);
    if (headings.length < 2) return 0;
    const headingLines = headings.reduce((sum, heading) => sum + heading.lines, 0);
    const opening = lines.filter((line) => timeFirst.test(line.text) || timeAlone.test(line.text)).length;
    // Where lines open with times and words, some of the words look like names as well.
    const isTalk = headings.length * 10 >= opening * 9 && headingLines * 10 <= lines.length * 7;
    return isTalk && headings.length * 12 >= lines.length && areSpeakers(headings.map(({ speaker }) => speaker))
      ? 0.75
      : 0.3;
  },

  parse(text) {
    const lines = filledLines(text);
    const first = firstHeading(lines);
    if (first === undefined) {
      const needs = 'No line gives a name and a time alone ("Ann Example 0:07").';
      throw new VerbatimError('malformed', needs, { line: lines.at(0)?.number ?? 1 });
    }
    const isClock = (headingAt(lines, first)?.startSeconds ?? 0) > latestStartSeconds;
    const heading = (index: number): Heading | undefined => {
      const found = headingAt(lines, index);
      return found !== undefined && isClock ? { ...found, startSeconds: undefined } : found;
    };
    const title = first > 0 ? lines.at(0)?.text.replace(/^#{1,6}\s+/, '') : undefined;
    return { format: 'headed-turns', facts: known({ title }), cues: headedCues(lines, heading) };
  },
};

function firstHeading(lines: Lines): number | undefined {
  for (let index = 0; index < lines.length; index++) if (headingAt(lines, index) !== undefined) return index;
  return undefined;
}

function headingAt(lines: Lines, index: number): Heading | undefined {
  const line = lines.at(index)?.text ?? '';
  if (line.length > longestHeading) return undefined;
  const next = lines.at(index + 1)?.text ?? '';
  const alone = next.length > longestHeading ? null : timeAlone.exec(next);
  if (alone !== null) return heading(line, alone[1], 2);
  if (!line.includes(':')) return undefined;
  const named = nameFirst.exec(line);
  if (named !== null) return heading(named[1] ?? named[2] ?? '', named[3], 1);
  const timed = timeFirst.exec(line);
  return timed === null ? undefined : heading(timed[2] ?? '', timed[1], 1);
}

function heading(name: string, written: string | undefined, lines: number): Heading | undefined {
  // A colon is prose's, which reads a headline and a date as well.
  if (name.endsWith(':')) return undefined;
  const speaker = cleanName(name);
  const shape = nameShape(speaker);
  if (shape !== 'name' && shape !== 'label') return undefined;
  return { speaker, startSeconds: parseTimecode(written ?? ''), lines };
}

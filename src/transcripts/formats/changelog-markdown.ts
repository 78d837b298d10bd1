// Markdown as the Changelog network publishes it (https://github.com/thechangelog/transcripts): "**Name:** what was said".
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { markdownText } from '../markdown.ts';
import { areSpeakers, nameShape } from '../names.ts';
import { cleanName } from '../speaker.ts';
import { filledLines, type Line, type Lines } from '../text-lines.ts';
import type { Cue, Format } from '../transcript.ts';

const headLength = 100_000;

/** `**Name:** text`, `**Name**: text`, `**Name** text`, maybe behind a time; the colon tells names from emphasis. */
const bold = /^\s*\+?(?:(\\?\[\d{1,3}(?::\d{2}){1,2}\\?\])\s+)?\*\*([^*\n]{1,100}?)(:?)\s*\*\*(\s*:)?(?:\s+|$)/;
/** Not persons: what is played in between. */
const interlude =
  /(?:^|\s)(?:break|jingle|outro|intro|song|sample|track|extract|excerpt|clip|music|theme|ad|ads|sponsor)s?$/i;
const time = String.raw`\\?\[\\*(\d{1,3}(?:[:.]\d{2}){1,3})\\*\]`;
const onlyTimes = new RegExp(String.raw`^\s*(?:${time})?(?:\s*(?:to|-|–)\s*${time})?\s*$`);
const plainInterlude = /^(?:break|jingle|outro|intro|song):\s*(?=\\?\[)/i;
/** "[member from the audience] What about …": nobody that has a name. */
const unnamedVoice = /^\\?\[[^[\]\n]{0,40}\baudience\b[^[\]\n]{0,40}\\?\]\s*\S/i;

export const changelogMarkdown: Format = {
  name: 'changelog-markdown',

  recognise(text) {
    const openings = [...filledLines(text.slice(0, headLength))].map((line) => speakerOf(line.text));
    const names = openings
      .flatMap((found) => (found?.colon ? [found.name] : []))
      .filter((name) => !interlude.test(name));
    if (names.length === 0) return 0;
    // A handbook opens paragraphs with "**What it is for:**" as well: there most are no names, and none comes again.
    const often = new Set(names.filter((name, index) => names.indexOf(name) !== index));
    const people = names.filter((name) => often.has(name) || nameShape(name) === 'name' || nameShape(name) === 'label');
    const isTalk = people.length * 2 > names.length && areSpeakers(people);
    return isTalk && (people.length >= 2 || openings[0]?.colon === true) ? 0.85 : 0.4;
  },

  parse(text) {
    const lines = filledLines(text);
    const names = new Set<string>();
    for (const line of lines) {
      const found = speakerOf(line.text);
      if (found?.colon) names.add(found.name);
    }
    const first = lines.at(0);
    if (names.size === 0) {
      throw new VerbatimError('malformed', 'No paragraph opens with a bold name ("**Ann Example:** Hello.").', {
        line: first?.number ?? 1,
      });
    }
    const title = /^#\s+(.+)$/.exec(first?.text ?? '')?.[1];
    return {
      format: 'changelog-markdown',
      facts: known({ title: title === undefined ? undefined : markdownText(title) }),
      cues: cuesOf(lines, names, title === undefined ? undefined : first),
    };
  },
};

interface Opening {
  readonly name: string;
  readonly colon: boolean;
  /** Behind the name. */
  readonly text: string;
}

function speakerOf(line: string): Opening | undefined {
  const match = bold.exec(line);
  if (match === null) return undefined;
  const [all, time, written = '', within, behind] = match;
  const name = cleanName(written);
  if (name === '' || name.length > 80) return undefined;
  const text = line.slice(all.length);
  return { name, colon: within === ':' || behind !== undefined, text: time === undefined ? text : `${time} ${text}` };
}

function* cuesOf(lines: Lines, names: ReadonlySet<string>, title: Line | undefined): Generator<Cue> {
  // What stands before the first name is the author's.
  let speaker: string | null = null;
  for (const { text: line, number } of lines) {
    if (number === title?.number) continue;
    const opening = speakerOf(line);
    const named = opening !== undefined && isName(opening, names) ? opening : undefined;
    const text = named?.text ?? line.replace(/^\s*\+(?=\s*$)/, '');
    const plain = plainInterlude.exec(text.trim());
    if (plain !== null || (named !== undefined && interlude.test(named.name))) {
      yield interludeCue(plain === null ? text : text.trim().slice(plain[0].length), speaker);
      continue;
    }
    if (named !== undefined) speaker = named.name;
    const isHeading = /^#{1,6}\s/.test(text);
    const isUnnamed = named === undefined && unnamedVoice.test(text);
    yield { text: markdownText(text), speaker: isHeading || isUnnamed ? null : speaker, paragraph: true };
  }
}

/** Without a colon bold words are a name only if they are one elsewhere, stand alone, or are bracketed as a voice. */
function isName({ name, colon, text }: Opening, names: ReadonlySet<string>): boolean {
  return colon || names.has(name) || (text === '' && nameShape(name) === 'name') || /voice/i.test(name);
}

/** A break is a pause with a start, seldom with an end; what is sung or played in it belongs to nobody. */
function interludeCue(text: string, speaker: string | null): Cue {
  const times = onlyTimes.exec(text);
  if (times === null) return { text: markdownText(text), speaker: null, paragraph: true };
  const startSeconds = parseTimecode(times[1] ?? '');
  const endSeconds = parseTimecode(times[2] ?? '');
  return { text: '', speaker, paragraph: true, ...known({ startSeconds, endSeconds }) };
}

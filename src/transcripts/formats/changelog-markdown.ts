// Markdown as the Changelog network publishes it (https://github.com/thechangelog/transcripts): "**Name:** what was said".
import { VerbatimError } from '../../errors.ts';
import type { PlainDate } from '../../model.ts';
import { known } from '../../text/known.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { type BoldLabel, boldLabel, cutAtLabels, peopleIn, slippedLabel } from '../bold-labels.ts';
import { markdownText } from '../markdown.ts';
import { areSpeakers, nameShape } from '../names.ts';
import { readPublished } from '../published.ts';
import { filledLines, type Line, type Lines } from '../text-lines.ts';
import type { Cue, Format } from '../transcript.ts';

const headLength = 100_000;

/** Not persons: what is played in between. */
const interlude =
  /(?:^|\s)(?:break|jingle|outro|intro|song|sample|track|extract|excerpt|clip|music|theme|ad|ads|sponsor)s?$/i;
const time = String.raw`\\?\[\\*(\d{1,3}(?:[:.]\d{2}){1,3})\\*\]`;
const onlyTimes = new RegExp(String.raw`^\s*(?:${time})?(?:\s*(?:to|-|–)\s*${time})?\s*$`);
const plainInterlude = /^(?:break|jingle|outro|intro|song):\s*(?=\\?\[)/i;
/** "[member from the audience] What about …": nobody that has a name. */
const unnamedVoice = /^\\?\[[^[\]\n]{0,40}\baudience\b[^[\]\n]{0,40}\\?\]\s*\S/i;
/** All of a paragraph, which is how a clip is written that is played behind a time mark. */
const italic = /^\s*(?:\*(?!\*).+\*|_(?!_).+_)\s*$/;

export const changelogMarkdown: Format = {
  name: 'changelog-markdown',

  recognise(text) {
    const openings = [...filledLines(text.slice(0, headLength))].map((line) => boldLabel(line.text));
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
    const people = peopleIn(lines);
    const first = lines.at(0);
    if (people.size === 0) {
      throw new VerbatimError('malformed', 'No paragraph opens with a bold name ("**Ann Example:** Hello.").', {
        line: first?.number ?? 1,
      });
    }
    const written = /^#\s+(.+)$/.exec(first?.text ?? '')?.[1];
    const title = written === undefined ? undefined : markdownText(written);
    const { line, publishedAt } = publishedAbove(lines) ?? {};
    const passedOver = new Set([title === undefined ? undefined : first?.number, line?.number]);
    return {
      format: 'changelog-markdown',
      facts: known({ title, publishedAt }),
      cues: cuesOf(lines, people, passedOver),
    };
  },
};

/** So far above the talk may a date stand. */
const longestHead = 5;

/** The line above the first speaker that says when it was published, and nothing else. */
function publishedAbove(
  lines: Lines,
): { readonly line: Line; readonly publishedAt: PlainDate | undefined } | undefined {
  for (let index = 0; index < longestHead; index++) {
    const line = lines.at(index);
    if (line === undefined || boldLabel(line.text)?.colon) return undefined;
    const published = readPublished(markdownText(line.text));
    if (published?.rest === '') return { line, publishedAt: published.publishedAt };
  }
  return undefined;
}

function* cuesOf(
  lines: Lines,
  people: ReadonlySet<string>,
  passedOver: ReadonlySet<number | undefined>,
): Generator<Cue> {
  // What stands before the first name is the author's.
  let speaker: string | null = null;
  let isPlayed = false;
  for (const { text: line, number } of lines) {
    if (passedOver.has(number)) continue;
    isPlayed = onlyTimes.test(line) || (isPlayed && italic.test(line));
    for (const part of cutAtLabels(line, people)) {
      const label = boldLabel(part);
      const named = label !== undefined && isName(label, people) ? label : slippedLabel(part, people);
      const text = named?.text ?? part.replace(/^\s*\+(?=\s*$)/, '');
      const plain = plainInterlude.exec(text.trim());
      if (plain !== null || (named !== undefined && interlude.test(named.name))) {
        yield interludeCue(plain === null ? text : text.trim().slice(plain[0].length), speaker);
        isPlayed = true;
        continue;
      }
      if (named !== undefined) speaker = named.name;
      const isNobodys = named === undefined && (isPlayed || label?.colon === true || unnamedVoice.test(text));
      const isHeading = /^#{1,6}\s/.test(text);
      yield { text: markdownText(text), speaker: isHeading || isNobodys ? null : speaker, paragraph: true };
    }
  }
}

/** Without a colon bold words are a name only if they are one elsewhere, stand alone, or are bracketed as a voice. */
function isName({ name, colon, text }: BoldLabel, people: ReadonlySet<string>): boolean {
  if (people.has(name)) return true;
  if (colon) return interlude.test(name);
  return (text === '' && nameShape(name) === 'name') || /voice/i.test(name);
}

/** A break is a pause with a start, seldom with an end; what is sung or played in it belongs to nobody. */
function interludeCue(text: string, speaker: string | null): Cue {
  const times = onlyTimes.exec(text);
  if (times === null) return { text: markdownText(text), speaker: null, paragraph: true };
  const startSeconds = parseTimecode(times[1] ?? '');
  const endSeconds = parseTimecode(times[2] ?? '');
  return { text: '', speaker, paragraph: true, ...known({ startSeconds, endSeconds }) };
}

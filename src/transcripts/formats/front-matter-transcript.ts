// A transcript that stands whole in the front matter: a list of headers and of lines with time and speaker.
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { longestFrontMatter, readFrontMatter } from '../front-matter.ts';
import { objectsOf, secondsOf, speakerOf, textOf } from '../json.ts';
import type { Cue, Format } from '../transcript.ts';

export const frontMatterTranscript: Format = {
  name: 'front-matter',

  recognise(text) {
    return /^\s*---[ \t]*\r?\n/.test(text.slice(0, 1000)) &&
      /\ntranscript:[ \t]*(?:#[^\n]{0,200})?\r?\n[ \t]*-/.test(text)
      ? 0.95
      : 0;
  },

  parse(text) {
    const front = readFrontMatter(text);
    if (front === undefined) {
      const within = longestFrontMatter.toLocaleString('en');
      throw new VerbatimError('malformed', `No line "---" closes the front matter within ${within} characters.`, {
        line: 1,
      });
    }
    const entries = objectsOf(front.data.transcript);
    if (entries.length === 0) {
      throw new VerbatimError('malformed', 'The front matter holds no list "transcript".', { line: 1 });
    }
    return { format: 'front-matter', facts: front.facts, cues: entries.map(cueOf) };
  },
};

/** `{header}` is a heading, which nobody said; `{line, sec, time, who}` was said. Without "who" the one before goes on. */
function cueOf(entry: Readonly<Record<string, unknown>>): Cue {
  if (textOf(entry.header) !== undefined && entry.line === undefined)
    return { text: '', speaker: null, paragraph: true };
  const startSeconds = secondsOf(entry.sec) ?? secondsOf(entry.time);
  return {
    text: textOf(entry.line) ?? '',
    paragraph: true,
    ...known({ speaker: speakerOf(entry.who), startSeconds }),
  };
}

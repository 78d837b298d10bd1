// SBV, YouTube's own caption files: two times with a comma between them on a line, then what is shown.
import { VerbatimError } from '../../errors.ts';
import { captionCues } from '../caption-cues.ts';
import { readCaptions } from '../captions.ts';
import type { Format } from '../transcript.ts';

const time = String.raw`\d{1,3}:\d{2}:\d{2}\.\d{1,3}`;
const timing = new RegExp(String.raw`^\s*(${time}),(${time})\s*$`);

export const sbv: Format = {
  name: 'sbv',

  recognise(text) {
    const head = text.slice(0, 2000).split(/\r\n|\n|\r/);
    return timing.test(head.find((line) => line.trim() !== '') ?? '') ? 0.9 : 0;
  },

  parse(text) {
    const captions = readCaptions(text, { isId: () => false, arrowed });
    if (captions.length === 0) {
      throw new VerbatimError('malformed', 'There is no line of times such as "0:01:02.000,0:01:05.000".', { line: 1 });
    }
    return { format: 'sbv', facts: {}, cues: captionCues(captions) };
  },
};

/** Its times as the other captions write them. */
function arrowed(line: string): string {
  // Asked of every line: most hold no such comma.
  return line.length < 50 && /\d,\d/.test(line) ? line.replace(timing, '$1 --> $2') : line;
}

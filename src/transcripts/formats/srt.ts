// SRT: numbered captions with times; a speaker as "Name: " or "[SPEAKER_00]: ", often only where it changes.
import { VerbatimError } from '../../errors.ts';
import { captionCues } from '../caption-cues.ts';
import { readCaptions } from '../captions.ts';
import type { Format } from '../transcript.ts';

const time = String.raw`^\s*\d{1,4}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?\s*(?:-{1,3}\s?>|[–—]\s?>|→)`;
const timing = new RegExp(String.raw`${time}\s*\d`, 'gm');
const beginning = new RegExp(time.replace('^', String.raw`^\s*(?:\d+\s*\n)?`));

export const srt: Format = {
  name: 'srt',

  recognise(text) {
    const head = text.slice(0, 4000);
    if (beginning.test(head)) return 0.9;
    // Some stand below a line of advertisement; a handbook shows one caption or two.
    const captions = head.match(timing)?.length ?? 0;
    return captions >= 5 ? 0.6 : Math.min(captions, 1) * 0.3;
  },

  parse(text) {
    const captions = readCaptions(text, { isId: (line) => line.length < 12 && /^\s*\d+\s*$/.test(line) });
    if (captions.length === 0) {
      throw new VerbatimError('malformed', 'There is no line of times such as "00:01:02,000 --> 00:01:05,000".', {
        line: 1,
      });
    }
    return { format: 'srt', facts: {}, cues: captionCues(captions) };
  },
};

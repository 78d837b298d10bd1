// SRT: numbered captions with times; a speaker as "Name: " or "[SPEAKER_00]: ", often only where it changes.
import { VerbatimError } from '../../errors.ts';
import { captionCues } from '../caption-cues.ts';
import { readCaptions } from '../captions.ts';
import { linesOf } from '../text-lines.ts';
import type { Format } from '../transcript.ts';

const timing = /^\s*\d{1,4}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?\s*-->\s*\d/m;

export const srt: Format = {
  name: 'srt',

  recognise(text) {
    const head = text.slice(0, 4000);
    if (!timing.test(head)) return 0;
    return /^\s*(?:\d+\s*\n)?\s*\d{1,4}:\d{1,2}(?::\d{1,2})?(?:[.,]\d{1,3})?\s*-->/.test(head) ? 0.9 : 0.5;
  },

  parse(text) {
    const captions = readCaptions(linesOf(text), (line) => line.length < 12 && /^\s*\d+\s*$/.test(line));
    if (captions.length === 0) {
      throw new VerbatimError('malformed', 'There is no line of times such as "00:01:02,000 --> 00:01:05,000".', {
        line: 1,
      });
    }
    return { format: 'srt', facts: {}, cues: captionCues(captions) };
  },
};

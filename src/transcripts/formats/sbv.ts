// SBV, YouTube's own caption files: two times with a comma between them on a line, then what is shown.
import { VerbatimError } from '../../errors.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { captionCues } from '../caption-cues.ts';
import type { Caption } from '../captions.ts';
import { linesOf } from '../text-lines.ts';
import type { Format } from '../transcript.ts';

const timing = /^\s*(\d{1,3}:\d{2}:\d{2}\.\d{1,3}),(\d{1,3}:\d{2}:\d{2}\.\d{1,3})\s*$/;

export const sbv: Format = {
  name: 'sbv',

  recognise(text) {
    const head = text.slice(0, 2000).split(/\r\n|\n|\r/);
    return timing.test(head.find((line) => line.trim() !== '') ?? '') ? 0.9 : 0;
  },

  parse(text) {
    const captions: Caption[] = [];
    let times: RegExpExecArray | null = null;
    let words = '';
    const finish = (): void => {
      const startSeconds = parseTimecode(times?.[1] ?? '');
      const endSeconds = parseTimecode(times?.[2] ?? '');
      if (startSeconds !== undefined && endSeconds !== undefined)
        captions.push({ startSeconds, endSeconds, text: words });
      words = '';
    };
    for (const line of linesOf(text)) {
      const match = line.length < 100 ? timing.exec(line) : null;
      if (match !== null) {
        finish();
        times = match;
      } else if (line.trim() !== '') words = words === '' ? line : `${words}\n${line}`;
    }
    finish();
    if (captions.length === 0) {
      throw new VerbatimError('malformed', 'There is no line of times such as "0:01:02.000,0:01:05.000".', { line: 1 });
    }
    return { format: 'sbv', facts: {}, cues: captionCues(captions) };
  },
};

// XML of the Podlove Publisher: "pst:speech" elements with a "pst:speaker" and timed "pst:item"s.
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { lastLine, walkMarkup } from '../markup.ts';
import { cleanName } from '../speaker.ts';
import type { Cue, Format } from '../transcript.ts';

export const podloveXml: Format = {
  name: 'podlove-xml',

  recognise(text) {
    return /<pst:(?:transcript|speech)[\s>]/.test(text.slice(0, 4000)) ? 0.95 : 0;
  },

  parse(text) {
    const cues: Cue[] = [];
    let speaker: string | undefined;
    let words = '';
    let times: Partial<Pick<Cue, 'startSeconds' | 'endSeconds'>> = {};
    const { truncated } = walkMarkup(
      text,
      {
        open(name, { start, end }) {
          words = '';
          if (name !== 'pst:item') return;
          times = known({ startSeconds: parseTimecode(start ?? ''), endSeconds: parseTimecode(end ?? '') });
        },
        text(part) {
          words += part;
        },
        close(name) {
          if (name === 'pst:speaker') speaker = cleanName(words) || speaker;
          if (name === 'pst:item') cues.push({ text: words, ...times, ...known({ speaker }) });
          words = '';
        },
      },
      'xml',
    );
    if (truncated) throw new VerbatimError('malformed', 'The XML breaks off here.', { line: lastLine(text) });
    return { format: 'podlove-xml', facts: {}, cues };
  },
};

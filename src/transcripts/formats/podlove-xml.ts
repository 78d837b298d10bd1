// XML of the Podlove Publisher: "pst:speech" elements with a "pst:speaker" and timed "pst:item"s.
import { known } from '../../text/known.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { foundInXml, type MarkupVisitor } from '../markup.ts';
import { cleanName } from '../speaker.ts';
import type { Cue, Format } from '../transcript.ts';

export const podloveXml: Format = {
  name: 'podlove-xml',

  recognise(text) {
    return /<pst:(?:transcript|speech)[\s>]/.test(text.slice(0, 4000)) ? 0.95 : 0;
  },

  parse(text) {
    return { format: 'podlove-xml', facts: {}, cues: foundInXml(text, visitor) };
  },
};

function visitor(find: (cue: Cue) => void): MarkupVisitor {
  let speaker: string | null = null;
  let words = '';
  let startSeconds: number | undefined;
  let endSeconds: number | undefined;
  return {
    open(name, { start, end }) {
      words = '';
      // One that nobody is named in is nobody's.
      if (name === 'pst:speech') speaker = null;
      if (name !== 'pst:item') return;
      startSeconds = parseTimecode(start ?? '');
      endSeconds = parseTimecode(end ?? '');
    },
    text(part) {
      words += part;
    },
    close(name) {
      if (name === 'pst:speaker') speaker = cleanName(words) || speaker;
      if (name === 'pst:item') find({ text: words, speaker, ...known({ startSeconds, endSeconds }) });
      words = '';
    },
  };
}

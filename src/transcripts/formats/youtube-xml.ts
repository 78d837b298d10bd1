// YouTube's caption XML: srv1 and srv2 ("text" elements) and srv3 ("p" elements with "s" parts in milliseconds).
import { decodeHTMLStrict } from 'entities';
import { VerbatimError } from '../../errors.ts';
import { lastLine, walkMarkup } from '../markup.ts';
import type { Cue, Format } from '../transcript.ts';

export const youtubeXml: Format = {
  name: 'youtube-xml',

  recognise(text) {
    const head = text.slice(0, 4000);
    if (/<transcript>\s*<text\s[^<>]{0,200}start=/.test(head)) return 0.95;
    return /<timedtext[\s>]/.test(head) ? 0.95 : 0;
  },

  parse(text) {
    const cues: Cue[] = [];
    let times: Pick<Cue, 'startSeconds'> = {};
    let origin = 0;
    let words = '';
    let glued = false;
    const finish = (): void => {
      // Doubly escaped: what the reader of XML leaves is HTML.
      const said = decodeHTMLStrict(words);
      if (said.trim() !== '') cues.push({ text: said, ...times, ...(glued ? { glued: !/^\s/.test(said) } : {}) });
      words = '';
    };
    const { truncated } = walkMarkup(
      text,
      {
        open(name, attributes) {
          if (name === 'text' || name === 'p') {
            words = '';
            glued = false;
            times = timesOf(attributes);
            origin = Number(attributes.t ?? 0);
          } else if (name === 's') {
            finish();
            const offset = origin + Number(attributes.t ?? 0);
            times = Number.isFinite(offset) ? { startSeconds: offset / 1000 } : {};
          }
        },
        text(part) {
          words += part;
        },
        close(name) {
          if (name !== 'text' && name !== 'p' && name !== 's') return;
          finish();
          glued = name === 's';
        },
      },
      'xml',
    );
    if (truncated) throw new VerbatimError('malformed', 'The XML breaks off here.', { line: lastLine(text) });
    return { format: 'youtube-xml', facts: {}, cues };
  },
};

/** `start` in seconds, or `t` in milliseconds; how long a caption is shown is no end of its words. */
function timesOf({ start, t }: Readonly<Record<string, string>>): Pick<Cue, 'startSeconds'> {
  const seconds = start === undefined ? Number(t ?? Number.NaN) / 1000 : Number(start);
  return Number.isFinite(seconds) ? { startSeconds: seconds } : {};
}

// YouTube's caption XML: srv1 and srv2 ("text" elements) and srv3 ("p" elements with "s" parts in milliseconds).
import { decodeEntities } from '../../text/decode-entities.ts';
import { known } from '../../text/known.ts';
import { Pieces } from '../../text/pieces.ts';
import { tags } from '../caption-text.ts';
import { millisecondsOf, numberOf } from '../json.ts';
import { foundInXml, type MarkupVisitor } from '../markup.ts';
import type { Cue, Format } from '../transcript.ts';
import { hasArrow, voiceChanges } from '../voice-changes.ts';

export const youtubeXml: Format = {
  name: 'youtube-xml',

  recognise(text) {
    const head = text.slice(0, 4000);
    if (/<transcript>\s*<text\s[^<>]{0,200}start=/.test(head)) return 0.95;
    return /<timedtext[\s>]/.test(head) ? 0.95 : 0;
  },

  parse(text) {
    return { format: 'youtube-xml', facts: {}, cues: foundInXml(text, visitor) };
  },
};

function visitor(find: (cue: Cue) => void): MarkupVisitor {
  let startSeconds: number | undefined;
  let origin = 0;
  const words = new Pieces();
  let glued = false;
  const finish = (): void => {
    // Doubly escaped: what the reader of XML leaves is HTML.
    const said = decodeEntities(words.take().replace(tags, ''));
    if (said.trim() === '') return;
    const cue = { text: said, ...known({ startSeconds, glued: glued ? !/^\s/.test(said) : undefined }) };
    if (hasArrow(said)) for (const part of voiceChanges(cue)) find(part);
    else find(cue);
  };
  return {
    open(name, attributes) {
      if (name === 'text' || name === 'p') {
        words.take();
        glued = false;
        startSeconds = startOf(attributes);
        origin = Number(attributes.t ?? 0);
      } else if (name === 's') {
        finish();
        startSeconds = numberOf((origin + Number(attributes.t ?? 0)) / 1000);
      }
    },
    text(part) {
      words.add(part);
    },
    close(name) {
      if (name !== 'text' && name !== 'p' && name !== 's') return;
      finish();
      glued = name === 's';
    },
  };
}

/** `start` in seconds, or `t` in milliseconds; how long a caption is shown is no end of its words. */
function startOf({ start, t }: Readonly<Record<string, string>>): number | undefined {
  return start === undefined ? millisecondsOf(t) : numberOf(start);
}

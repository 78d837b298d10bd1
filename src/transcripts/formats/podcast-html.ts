// Podcasting 2.0 HTML (https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md#html).
import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import { Pieces } from '../../text/pieces.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { foundIn, type MarkupVisitor } from '../markup.ts';
import { cleanName } from '../speaker.ts';
import type { Cue, Format } from '../transcript.ts';

/** A page may cite a book; a transcript cites right before a time or what was said. */
const cite = /<cite(?:\s[^<>]{0,200})?>[^<]{1,100}<\/cite>\s*<(?:time|p)[\s>]/i;
const clock = /<time(?:\s[^<>]{0,200})?>\s*\d{1,3}:\d{2}(?::\d{2})?(?:\.\d+)?\s*<\/time>/i;

export const podcastHtml: Format = {
  name: 'podcast-html',

  recognise(text) {
    const head = text.slice(0, 20_000);
    if (!/^\s*</.test(head) || !/<p[\s>]/i.test(head)) return 0;
    if (clock.test(head)) return 0.9;
    return cite.test(head) ? 0.6 : 0;
  },

  parse(text) {
    return { format: 'podcast-html', facts: {}, cues: cuesOf(text) };
  },
};

function* cuesOf(text: string): Generator<Cue> {
  let isEmpty = true;
  for (const cue of foundIn(text, visitor, 'html')) {
    isEmpty = false;
    yield cue;
  }
  if (isEmpty) throw new VerbatimError('malformed', 'There is no <p> with words in it.', { line: 1 });
}

/** `<cite>` names the speaker of what follows, `<time>` its start, `<p>` holds the words; any of them may be missing. */
function visitor(find: (cue: Cue) => void): MarkupVisitor {
  let inside: 'cite' | 'time' | 'p' | undefined;
  const words = new Pieces();
  let speaker: string | undefined;
  let startSeconds: number | undefined;
  const finish = (): void => {
    const said = words.take();
    if (inside === 'cite') speaker = cleanName(said) || speaker;
    if (inside === 'time') startSeconds = parseTimecode(said);
    if (inside === 'p' && said.trim() !== '') {
      find({ text: said, paragraph: true, ...known({ speaker, startSeconds }) });
      startSeconds = undefined;
    }
    inside = undefined;
  };
  return {
    open(name) {
      if (name === 'br') words.add(' ');
      if (name !== 'cite' && name !== 'time' && name !== 'p') return;
      finish();
      inside = name;
    },
    text(part) {
      if (inside !== undefined) words.add(part);
    },
    close(name) {
      if (name === inside) finish();
    },
  };
}

// TTML (https://www.w3.org/TR/ttml2/), as Apple Podcasts and broadcasters write it: timed "p" elements, maybe timed "span"s in them.
import { known } from '../../text/known.ts';
import { Pieces } from '../../text/pieces.ts';
import { parseTimecode } from '../../text/timecode.ts';
import { languageOf } from '../json.ts';
import { foundInXml, type MarkupVisitor } from '../markup.ts';
import { cleanName } from '../speaker.ts';
import type { Cue, Format } from '../transcript.ts';

const root = /<(?:tt:)?tt(?:\s[^<>]{0,2000})?>/;

export const ttml: Format = {
  name: 'ttml',

  recognise(text) {
    const head = text.slice(0, 4000);
    return root.test(head) && head.includes('http://www.w3.org/') ? 0.95 : 0;
  },

  parse(text) {
    const language = /\sxml:lang="([^"]{2,20})"/.exec(root.exec(text.slice(0, 4000))?.[0] ?? '')?.[1];
    return { format: 'ttml', facts: languageOf(language), cues: foundInXml(text, visitor) };
  },
};

type Attributes = Readonly<Record<string, string>>;

/** A speaker is an agent: told by its id, whose name may stand in the head, on the paragraph or on what it stands in. */
function visitor(find: (cue: Cue) => void): MarkupVisitor {
  const names = new Map<string, string>();
  const agents: (string | undefined)[] = [];
  let named: string | undefined;
  let times: Pick<Cue, 'startSeconds' | 'endSeconds'> = {};
  let inside = 0;
  const words = new Pieces();
  const finish = (): void => {
    const agent = agents.findLast((one) => one !== undefined);
    const speaker = agent === undefined ? undefined : cleanName(names.get(agent) ?? agent);
    const said = words.take();
    if (said.trim() !== '' && inside > 0) find({ text: said, ...times, ...known({ speaker }) });
    times = {};
  };
  return {
    open(qualified, attributes) {
      const name = localName(qualified);
      agents.push(attributes['ttm:agent']);
      if (name === 'agent') named = attributes['xml:id'];
      if (name === 'br') words.add(' ');
      if (name !== 'p' && !(name === 'span' && 'begin' in attributes)) return;
      // The words before a span that has times of its own have none.
      if (name === 'p' || words.text.trim() !== '') finish();
      if (name === 'p') inside++;
      times = timesOf(attributes);
    },
    text(part) {
      words.add(part);
    },
    close(qualified) {
      const name = localName(qualified);
      if (name === 'name' && named !== undefined) names.set(named, words.text.trim() || named);
      if (name === 'p' || name === 'span') finish();
      if (name === 'p') inside--;
      if (inside === 0) words.take();
      agents.pop();
    },
  };
}

function localName(qualified: string): string {
  return qualified.slice(qualified.indexOf(':') + 1);
}

function timesOf({ begin, end, dur }: Attributes): Pick<Cue, 'startSeconds' | 'endSeconds'> {
  const startSeconds = timeOf(begin);
  const length = timeOf(dur);
  const until = startSeconds === undefined || length === undefined ? undefined : startSeconds + length;
  return known({ startSeconds, endSeconds: timeOf(end) ?? until });
}

const units: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 0.001 };

/** "00:01:02.5", "62.5s", "62500ms"; frames and ticks tell no time without their rates. */
function timeOf(written: string | undefined): number | undefined {
  const [, count, unit = ''] = /^\s*(\d{1,9}(?:\.\d{1,9})?)(h|ms|m|s)\s*$/.exec(written ?? '') ?? [];
  return count === undefined
    ? parseTimecode(written ?? '')
    : Math.round(Number(count) * (units[unit] ?? 1) * 1000) / 1000;
}

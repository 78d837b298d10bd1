// The id of a suggestion: its segment, and what of it was offered, so that whoever picks it is shown just that.

import type { Placed, Quote, Range } from '../model.ts';
import { cutQuote } from './quote.ts';
import type { Hit } from './search.ts';

/** The id must stay short enough for the value of an option: more marks than this a line of suggestions hardly has. */
const mostMarks = 6;

/** A hit whose segment's id also says what is offered: `<id>@<from>.<to>`, then the places of its marks in the same way. */
export function offered(hit: Hit): Hit {
  const { segment, quote } = hit;
  const run = quote.text.replace(/^…\s*|\s*…$/g, '');
  const start = segment.text.indexOf(run);
  const shift = start - quote.text.indexOf(run);
  const marks = quote.highlights.slice(0, mostMarks).map(([from, to]): Range => [from + shift, to + shift]);
  const places = [[start, start + run.length], ...marks].map((place) => place.join('.'));
  return { ...hit, segment: { ...segment, id: `${segment.id}@${places.join()}` } };
}

export interface Offered {
  readonly segmentId: string;
  /** The run of its text that was shown, and then what was marked in it. */
  readonly places: readonly Range[];
}

/** What such an id says; `undefined` where it is a segment's own. */
export function readOffered(id: string): Offered | undefined {
  const { segmentId, places } = /^(?<segmentId>.+)@(?<places>\d+\.\d+(?:,\d+\.\d+)*)$/.exec(id)?.groups ?? {};
  if (segmentId === undefined || places === undefined) return undefined;
  const ranges = places.split(',').map((place): Range => {
    const [from = 0, to = 0] = place.split('.').map(Number);
    return [from, to];
  });
  return { segmentId, places: ranges };
}

/** What was offered, in a quote of full length. The text may be another one by now: what no longer fits is not shown. */
export function offeredQuote({ segment, episode }: Placed, places: readonly Range[]): Quote {
  const { text } = segment;
  const [run, ...marks] = places.filter(([from, to]) => from < to && to <= text.length);
  const wanted = run === undefined ? [] : [{ range: run, weight: 1, kind: 0 }];
  return cutQuote(text, episode.language, wanted, marks);
}

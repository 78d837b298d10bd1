// The passage that a button's quote stands in: a new import may have put it elsewhere in its episode, or taken it away.

import type { Shelves } from '../../src/library/library.ts';
import type { Placed, Quote, Segment } from '../../src/model.ts';
import { type CarriedQuote, readQuote } from './carried-quote.ts';

/** It is looked for among so many passages before and after its old place. */
const mostMoved = 300;

export interface FoundQuote {
  readonly placed: Placed;
  /** Absent where the button carried none. */
  readonly quote?: Quote;
}

/** `undefined` where nobody says it there any more: nobody shares words that they have not seen. */
export async function findCarried(
  { segment: id, ...carried }: CarriedQuote & { readonly segment?: string },
  library: Pick<Shelves, 'segment' | 'exchange'>,
): Promise<FoundQuote | undefined> {
  const placed = id === undefined ? undefined : await library.segment(id);
  if (id === undefined || placed === undefined || carried.text === undefined) return placed && { placed };
  const quote = readQuote(carried, placed.segment.text);
  if (quote !== undefined) return { placed, quote };

  const moved = nearest(await library.exchange(id, mostMoved, mostMoved), id, (segment) =>
    readQuote(carried, segment.text),
  );
  const there = moved && (await library.segment(moved.segment.id));
  return there && { placed: there, quote: moved.quote };
}

function nearest(around: readonly Segment[], id: string, read: (segment: Segment) => Quote | undefined) {
  const place = around.findIndex((segment) => segment.id === id);
  const [found] = around
    .flatMap((segment, at) => {
      const quote = read(segment);
      return quote === undefined ? [] : [{ segment, quote, away: Math.abs(at - place) }];
    })
    .toSorted((one, other) => one.away - other.away);
  return found;
}

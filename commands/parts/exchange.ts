// The turns around a quote: how many fit, and what stands there.

import type { Shelves } from '../../src/library/library.ts';
import type { Segment } from '../../src/model.ts';

/** What people still read in a chat, and the smallest platform still takes: Discord's 4,000 characters with room for the rest. */
const mostCharacters = 2800;
const mostTurns = 8;

export interface Exchange {
  readonly segments: readonly Segment[];
  /** Turns before and after the one in focus. */
  readonly before: number;
  readonly after: number;
  /** Whether there is more at this end that fits. */
  readonly earlier: boolean;
  readonly later: boolean;
  /** Whether there is more that does not fit. */
  readonly full: boolean;
}

/** At most `before` and `after` turns around the one in focus, as many as fit. */
export async function readExchange(
  asked: Segment,
  before: number,
  after: number,
  library: Pick<Shelves, 'exchange'>,
): Promise<Exchange> {
  // One more at each end tells whether there is one.
  const around = await library.exchange(asked.id, Math.min(before, mostTurns) + 1, Math.min(after, mostTurns) + 1);
  const place = around.findIndex((segment) => segment.id === asked.id);
  // A new import may have taken it away between two questions.
  const [found, focus] = place === -1 ? [[asked], 0] : [around, place];

  let from = focus;
  let to = focus + 1;
  const first = Math.max(0, focus - before);
  const last = Math.min(found.length, focus + after + 1);
  const fits = (start: number, end: number) => {
    const segments = found.slice(start, end);
    return segments.length <= mostTurns && sum(segments.map(({ text }) => text.length)) <= mostCharacters;
  };
  // Nearest turns first, so that what is left out is what is furthest from the quote.
  for (let grown = true; grown; ) {
    grown = false;
    if (from > first && fits(from - 1, to)) {
      from--;
      grown = true;
    }
    if (to < last && fits(from, to + 1)) {
      to++;
      grown = true;
    }
  }
  const more = { earlier: from > 0, later: to < found.length };
  const earlier = more.earlier && fits(from - 1, to);
  const later = more.later && fits(from, to + 1);
  return {
    segments: found.slice(from, to),
    before: focus - from,
    after: to - 1 - focus,
    earlier,
    later,
    full: earlier !== more.earlier || later !== more.later,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

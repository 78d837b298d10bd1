// The moment at which a quote begins: that of its passage, or a later one where it is cut out of the passage's middle.

import type { Segment } from '../model.ts';

export type QuotedMoment = Pick<Segment, 'startSeconds' | 'timing'>;

/** @param shown the quote as people see it, its cuts marked with "…". */
export function quotedMoment(segment: Omit<Segment, 'id' | 'episodeId' | 'index'>, shown: string): QuotedMoment {
  const { text, moments = [] } = segment;
  const place = text.indexOf(shown.replace(/^…\s*|\s*…$/g, ''));
  const last = moments.findLast(({ at }) => at <= place);
  return last === undefined ? segment : { startSeconds: last.seconds, timing: 'exact' };
}

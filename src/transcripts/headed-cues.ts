// What stands under headings that say who speaks and when.
import { known } from '../text/known.ts';
import type { Lines } from './text-lines.ts';
import { withoutTimeAbove } from './time-above.ts';
import type { Cue } from './transcript.ts';

export interface Heading {
  readonly speaker: string;
  readonly startSeconds: number | undefined;
  /** How many lines it takes. */
  readonly lines: number;
}

/** Each line below a heading is a paragraph; what stands above the first is left out. */
export function* headedCues(lines: Lines, headingAt: (index: number) => Heading | undefined): Generator<Cue> {
  let speaker: string | undefined;
  let startSeconds: number | undefined;
  for (let index = 0; index < lines.length; ) {
    const heading = headingAt(index);
    if (heading !== undefined) {
      ({ speaker, startSeconds } = heading);
      index += heading.lines;
      continue;
    }
    const { text, ...timed } = withoutTimeAbove(lines.at(index++)?.text ?? '');
    startSeconds = timed.startSeconds ?? startSeconds;
    if (speaker === undefined || text === '') continue;
    yield { text, speaker, paragraph: true, ...known({ startSeconds }) };
    startSeconds = undefined;
  }
}

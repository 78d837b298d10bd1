// Answers when a place of the tape was said: as written, or between two times that were; never by guessing.
import type { Timing } from '../model.ts';
import type { Anchors } from './anchors.ts';
import type { Tape } from './tape.ts';

/** Two known times further apart than this tell nothing of what lies between. */
const farthestSeconds = 600;
/** In characters a second. Slower than this is no talk: between the two times there was something else. */
export const slowestTalk = 2;

export interface Moment {
  readonly seconds: number;
  readonly timing: Timing;
}

export interface Clock {
  /** Whether it is written when the words at this place begin. */
  isExact(at: number): boolean;
  /** When the words from this place on begin, as far as it is known; `until` is where they end. */
  start(at: number, until: number): Moment | undefined;
  /** Places behind `at` and before `until` whose words begin at a time that is written. */
  within(at: number, until: number): Iterable<{ readonly at: number; readonly seconds: number }>;
  /** When the words before this place end, as it is written. */
  end(at: number): number | undefined;
  /** When they must have ended: as the next words begin there, or between two times close to each other. */
  latestEnd(at: number): number | undefined;
}

export function createClock(tape: Tape): Clock {
  const anchors = trustworthy(tape.anchors);
  const line = ascending(anchors);

  return {
    isExact: (at) => anchors.find(at, 'start') !== undefined,
    start(at, until) {
      const exact = anchors.find(at, 'start');
      if (exact !== undefined) return { seconds: exact, timing: 'exact' };
      const between = interpolate(line, at, farthestSeconds);
      if (between !== undefined) return { seconds: between, timing: 'interpolated' };
      // The only time known of these words stands somewhere within them: nothing better is known.
      const within = line.firstAfter(at);
      if (within === line.length || line.at(within) >= until || line.kind(within) === 'end') return undefined;
      return { seconds: line.seconds(within), timing: 'interpolated' };
    },
    *within(at, until) {
      for (let index = anchors.firstAfter(at); index < anchors.length && anchors.at(index) < until; index++) {
        if (anchors.kind(index) === 'start') yield { at: anchors.at(index), seconds: anchors.seconds(index) };
      }
    },
    end: (at) => anchors.find(at, 'end'),
    latestEnd: (at) => anchors.find(at + 1, 'start') ?? interpolate(line, at, 30),
  };
}

/** Times that a person typed are left out where they contradict the rest; the file's own timing is as it is. */
function trustworthy(anchors: Anchors): Anchors {
  if (!anchors.some((index) => anchors.typed(index))) return anchors;
  const isFitting = longestRun(anchors);
  return anchors.only((index) => !anchors.typed(index) || isFitting(index));
}

/** The most anchors whose times never go backwards. */
function ascending(anchors: Anchors): Anchors {
  const isBackwards = (index: number) => index > 0 && anchors.seconds(index) < anchors.seconds(index - 1);
  return anchors.some(isBackwards) ? anchors.only(longestRun(anchors)) : anchors;
}

/** The longest non-decreasing subsequence, by patience sorting: whether an index is of it. */
function longestRun(anchors: Anchors): (index: number) => boolean {
  const { length } = anchors;
  /** Of each length, the index of the anchor that ends such a run earliest. */
  const tails = new Int32Array(length);
  const before = new Int32Array(length);
  let longest = 0;
  for (let index = 0; index < length; index++) {
    let low = 0;
    let high = longest;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (anchors.seconds(tails[middle] ?? 0) <= anchors.seconds(index)) low = middle + 1;
      else high = middle;
    }
    before[index] = low === 0 ? -1 : (tails[low - 1] ?? -1);
    tails[low] = index;
    longest = Math.max(longest, low + 1);
  }
  const isOfIt = new Uint8Array(length);
  for (let index = longest === 0 ? -1 : (tails[longest - 1] ?? -1); index >= 0; index = before[index] ?? -1)
    isOfIt[index] = 1;
  return (index) => isOfIt[index] === 1;
}

function interpolate(line: Anchors, at: number, farthest: number): number | undefined {
  const after = line.firstAfter(at);
  const before = after - 1;
  if (before < 0 || after === line.length) return undefined;
  const seconds = line.seconds(after) - line.seconds(before);
  const characters = line.at(after) - line.at(before);
  if (seconds > farthest || characters < seconds * slowestTalk) return undefined;
  return Math.round((line.seconds(before) + ((at - line.at(before)) / characters) * seconds) * 1000) / 1000;
}

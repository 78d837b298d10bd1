// Answers when a place of the tape was said: as written, or between two times that were; never by guessing.
import type { Timing } from '../model.ts';
import type { Anchor, Tape } from './tape.ts';

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
  /** When the words before this place end, as it is written. */
  end(at: number): number | undefined;
  /** When they must have ended: as the next words begin there, or between two times close to each other. */
  latestEnd(at: number): number | undefined;
}

export function createClock(tape: Tape): Clock {
  const anchors = trustworthy(tape.anchors);
  const line = ascending(anchors);
  const starts = placesOf(anchors, 'start');
  const ends = placesOf(anchors, 'end');

  return {
    isExact: (at) => starts.has(at),
    start(at, until) {
      const exact = starts.get(at);
      if (exact !== undefined) return { seconds: exact, timing: 'exact' };
      const between = interpolate(line, at, farthestSeconds);
      if (between !== undefined) return { seconds: between, timing: 'interpolated' };
      // The only time known of these words stands somewhere within them: nothing better is known.
      const within = line[firstAfter(line, at)];
      if (within === undefined || within.at >= until || within.kind === 'end') return undefined;
      return { seconds: within.seconds, timing: 'interpolated' };
    },
    end: (at) => ends.get(at),
    latestEnd: (at) => starts.get(at + 1) ?? interpolate(line, at, 30),
  };
}

/** Times that a person typed are left out where they contradict the rest; the file's own timing is as it is. */
function trustworthy(anchors: readonly Anchor[]): readonly Anchor[] {
  if (!anchors.some(({ typed }) => typed)) return anchors;
  const fitting = new Set(ascending(anchors));
  return anchors.filter((anchor) => !anchor.typed || fitting.has(anchor));
}

/** The first time written for each place. */
function placesOf(anchors: readonly Anchor[], wanted: Anchor['kind']): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const { at, seconds, kind } of anchors) if (kind === wanted && !places.has(at)) places.set(at, seconds);
  return places;
}

/** The most anchors whose times never go backwards: the longest non-decreasing subsequence, by patience sorting. */
function ascending(anchors: readonly Anchor[]): readonly Anchor[] {
  if (anchors.every((anchor, index) => anchor.seconds >= (anchors[index - 1]?.seconds ?? 0))) return anchors;
  /** Of each length, the index of the anchor that ends such a run earliest. */
  const tails: number[] = [];
  const before: number[] = [];
  anchors.forEach(({ seconds }, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const tail = anchors[tails[middle] ?? 0];
      if (tail !== undefined && tail.seconds <= seconds) low = middle + 1;
      else high = middle;
    }
    before[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const found: Anchor[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) {
    const anchor = anchors[index];
    if (anchor !== undefined) found.push(anchor);
  }
  return found.reverse();
}

/** The index of the first anchor that stands after this place. */
function firstAfter(line: readonly Anchor[], at: number): number {
  let low = 0;
  let high = line.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((line[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function interpolate(line: readonly Anchor[], at: number, farthest: number): number | undefined {
  const index = firstAfter(line, at);
  const before = line[index - 1];
  const after = line[index];
  if (before === undefined || after === undefined) return undefined;
  const seconds = after.seconds - before.seconds;
  const characters = after.at - before.at;
  if (seconds > farthest || characters < seconds * slowestTalk) return undefined;
  return Math.round((before.seconds + ((at - before.at) / characters) * seconds) * 1000) / 1000;
}

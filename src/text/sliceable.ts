// What can be cut as a string can: a string, or a text that is too long to be copied together into one.

export interface Sliceable {
  readonly length: number;
  /** Neither place is negative. */
  slice(from: number, to?: number): string;
}

/** A run of it as one of its own. */
export function run(text: Sliceable, from: number, to: number): Sliceable {
  if (typeof text === 'string') return text.slice(from, to);
  return {
    length: to - from,
    slice: (start, end = to - from) => text.slice(from + start, Math.min(to, from + end)),
  };
}

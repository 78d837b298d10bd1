// What a terminal can hold: no platform's rule, but what people can still read.

export const limits = {
  /** Lines longer than this tire the eye, however wide the window. */
  mostColumns: 92,
  leastColumns: 20,
  /** Where the width is unknown (a pipe, a file). */
  columnsIfUnknown: 80,
} as const;

// Whether words stand in a row, as their numbers.

/** By place, the words that will do. */
export type Run = readonly ReadonlySet<number>[];

/** Whether the words from this place on are what each place takes. */
export function runsFrom(words: Uint32Array, from: number, run: Run): boolean {
  return run.every((ids, step) => ids.has(words[from + step] ?? 0));
}

/** Whether one of the runs stands somewhere among the words. */
export function holdsRun(words: Uint32Array, runs: readonly Run[]): boolean {
  return words.some((_, at) => runs.some((run) => runsFrom(words, at, run)));
}

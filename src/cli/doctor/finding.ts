// What a check of `verbatim doctor` found.

/** `well`: works. `note`: works, and there is something to know. `wrong`: needs its mend. */
export interface Finding {
  readonly state: 'well' | 'note' | 'wrong';
  /** What was looked at: `library`, `Discord` … */
  readonly about: string;
  readonly text: string;
  /** What to do; given wherever something is wrong. */
  readonly mend?: string;
}

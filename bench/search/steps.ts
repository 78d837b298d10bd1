// Where a query's time goes: a library that counts what search spends in it.

import type { Library } from '../../src/library/library.ts';

export const steps = ['words', 'near words', 'candidates', 'quotes’ segments'] as const;
export type Step = (typeof steps)[number];

export interface Counted {
  readonly library: Library;
  /** What was spent since it was asked last, in milliseconds. */
  readonly spent: () => Readonly<Record<Step, number>>;
}

export function countSteps(library: Library): Counted {
  const none = (): Record<Step, number> => ({ words: 0, 'near words': 0, candidates: 0, 'quotes’ segments': 0 });
  let spent = none();
  const timed =
    <Asked extends readonly unknown[], A>(step: Step, ask: (...asked: Asked) => Promise<A>) =>
    async (...asked: Asked): Promise<A> => {
      const from = performance.now();
      const answer = await ask(...asked);
      spent[step] += performance.now() - from;
      return answer;
    };
  return {
    library: {
      ...library,
      lexicon: timed('words', library.lexicon),
      words: timed('words', library.words),
      completions: timed('words', library.completions),
      neighbours: timed('near words', library.neighbours),
      candidates: timed('candidates', library.candidates),
      placed: timed('quotes’ segments', library.placed),
    },
    spent: () => {
      const was = spent;
      spent = none();
      return was;
    },
  };
}

// Filters that were given as options and name nobody here: what others said is no answer to them.

import type { QueryFilters, QueryProblem } from '../../src/search/search.ts';

const options = { 'no-speaker': 'speaker', 'no-episode': 'episode', 'no-podcast': 'podcast' } as const;

export interface Barred {
  readonly option: (typeof options)[keyof typeof options];
  readonly problem: QueryProblem;
}

/** Empty where everything given names somebody. A key typed among the words narrows if it can, and is told if it cannot. */
export function barredBy(filters: QueryFilters, problems: readonly QueryProblem[]): readonly Barred[] {
  return problems.flatMap((problem) => {
    if (!isNameless(problem.kind)) return [];
    const option = options[problem.kind];
    return filters[option] === undefined ? [] : [{ option, problem }];
  });
}

/** Whether it tells of a name that nobody and nothing here bears. */
export function isNameless(kind: QueryProblem['kind']): kind is keyof typeof options {
  return kind in options;
}

// Turns filters as typed into where to look, and tells of each one that means nothing here.

import type { Scope } from '../library/word-index.ts';
import { readDate } from './dates.ts';
import { type Known, type KnownName, nameWords } from './known.ts';
import type { Correction, QueryFilters, QueryProblem } from './search.ts';

export interface Scoped {
  readonly scope: Scope;
  readonly problems: readonly QueryProblem[];
  readonly corrections: readonly Correction[];
}

const keyOf = { speaker: 'from', episode: 'in', podcast: 'podcast', after: 'after', before: 'before' } as const;
const missing = { speaker: 'no-speaker', episode: 'no-episode', podcast: 'no-podcast' } as const;

/** A filter that cannot be understood narrows nothing; one that names nobody lets the rest be searched as well. */
export async function scopeOf(filters: QueryFilters, known: Known): Promise<Scoped> {
  const problems: QueryProblem[] = [];
  const corrections: Correction[] = [];
  const scope: { -readonly [K in keyof Scope]: Scope[K] } = {};

  for (const kind of ['speaker', 'episode', 'podcast'] as const) {
    const value = filters[kind]?.trim();
    if (value === undefined) continue;
    if (value === '') {
      problems.push({ kind: 'empty-filter', filter: keyOf[kind], nearest: [] });
      continue;
    }
    // fuse.js is needed for names alone: most queries have none.
    const { matchNames } = await import('./names.ts');
    const { matches, guessed, nearest } = matchNames(value, await known.names(kind));
    const [first] = matches;
    if (first === undefined) problems.push({ kind: missing[kind], filter: keyOf[kind], value, nearest });
    else scope[`${kind}Ids`] = matches.map(({ id }) => id);
    if (guessed && first !== undefined) corrections.push({ typed: value, used: shared(matches) });
  }

  for (const kind of ['after', 'before'] as const) {
    const value = filters[kind]?.trim();
    if (value === undefined) continue;
    const date = readDate(value);
    if (date !== undefined) scope[kind] = date;
    else if (value === '') problems.push({ kind: 'empty-filter', filter: keyOf[kind], nearest: [] });
    else problems.push({ kind: 'date', filter: keyOf[kind], value, nearest: [] });
  }
  return { scope, problems, corrections };
}

/** Of more names than this that have nothing in common, the first ones say enough. */
const mostTold = 3;

/** What the names have in common, as the first of them is written: "Paul" of every Paul; else the names themselves. */
function shared(names: readonly KnownName[]): string {
  const [first, ...others] = names;
  const words = first?.name.split(/\s+/) ?? [];
  const common = words.filter((word) =>
    others.every((other) => nameWords(word).every((part) => other.words.includes(part))),
  );
  if (common.length > 0) return common.join(' ');
  return names
    .slice(0, mostTold)
    .map(({ name }) => name)
    .join(', ');
}

// The options that narrow a search, as search takes them: what was picked from suggestions is the id of one.

import type { QueryFilters } from '../../src/search/search.ts';
import { pickedId } from './picked.ts';

/** As options give them: those that were left out may be named all the same. */
type Given = { readonly [N in keyof QueryFilters]?: string | undefined };

export function readFilters({ speaker, episode, podcast, after, before }: Given): QueryFilters {
  const filters = { speaker: idOf(speaker), episode: idOf(episode), podcast: idOf(podcast), after, before };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''));
}

function idOf(value: string | undefined): string | undefined {
  return value === undefined ? undefined : (pickedId(value) ?? value);
}

export function isNarrowed(filters: QueryFilters): boolean {
  return Object.keys(filters).length > 0;
}

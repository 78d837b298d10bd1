// Turns filters as typed into where to look, and tells of each one that means nothing here.

import type { Scope, Wanted } from '../library/word-index.ts';
import { readDate } from './dates.ts';
import { type Known, type KnownName, type NameKind, nameWords } from './known.ts';
import type { NameMatch } from './names.ts';
import type { FilterKey, Filters } from './query.ts';
import type { Correction, QueryFilters, QueryProblem } from './search.ts';

export interface Scoped {
  readonly scope: Scope;
  /** What must not be: said by these, or in these. */
  readonly without: readonly Wanted[];
  /** Words behind a title that are none of it: to look for. */
  readonly rest: readonly string[];
  readonly problems: readonly QueryProblem[];
  readonly corrections: readonly Correction[];
}

/** Filters that name something, in the order they are read; an open one may go on behind what it names. */
const named: readonly Named[] = [
  { filter: 'speaker', kind: 'speaker' },
  { filter: 'notSpeaker', kind: 'speaker', isExcluded: true },
  { filter: 'episode', kind: 'episode' },
  { filter: 'title', kind: 'episode', isOpen: true },
  { filter: 'notEpisode', kind: 'episode', isExcluded: true },
  { filter: 'notTitle', kind: 'episode', isExcluded: true, isOpen: true },
  { filter: 'podcast', kind: 'podcast' },
  { filter: 'notPodcast', kind: 'podcast', isExcluded: true },
];

interface Named {
  readonly filter: FilterKey;
  readonly kind: NameKind;
  readonly isExcluded?: true;
  readonly isOpen?: true;
}

const byIds: Readonly<Record<NameKind, (ids: readonly string[]) => Wanted>> = {
  speaker: (speakerIds) => ({ speakerIds }),
  episode: (episodeIds) => ({ episodeIds }),
  podcast: (podcastIds) => ({ podcastIds }),
};
/** What is not published after a day is published before it. */
const dated = [
  { filter: 'notBefore', key: 'before', bound: 'after' },
  { filter: 'after', key: 'after', bound: 'after' },
  { filter: 'notAfter', key: 'after', bound: 'before' },
  { filter: 'before', key: 'before', bound: 'before' },
] as const satisfies readonly { readonly filter: FilterKey; readonly key: string; readonly bound: keyof Scope }[];

const keyOf = { speaker: 'from', episode: 'in', podcast: 'podcast' } as const;
const missing = { speaker: 'no-speaker', episode: 'no-episode', podcast: 'no-podcast' } as const;

/** Filters as given beside the words: one value each. */
export function givenFilters(filters: QueryFilters): Filters {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([filter, value]) => [filter, [value]]));
}

/** More people or episodes than anybody asks for at once, except by pasting. */
const mostValues = 8;

/** With those given beside the words, which go before those typed among them. */
export function withGiven(typed: Filters, given: QueryFilters): Filters {
  const { title, ...others } = typed;
  return { ...(title === undefined || given.episode !== undefined ? others : typed), ...givenFilters(given) };
}

/** A filter that cannot be understood narrows nothing; one that names nobody lets the rest be searched as well. */
export async function scopeOf(filters: Filters, known: Known): Promise<Scoped> {
  const problems: QueryProblem[] = [];
  const corrections: Correction[] = [];
  const scope: { -readonly [K in keyof Scope]: Scope[K] } = {};
  const without: Wanted[] = [];
  const rest: string[] = [];

  for (const { filter, kind, isExcluded, isOpen = false } of named) {
    for (const value of new Set(filters[filter]?.slice(0, mostValues).map((each) => each.trim()))) {
      if (value === '') {
        problems.push({ kind: 'empty-filter', filter: keyOf[kind], nearest: [] });
        continue;
      }
      const found = await find(value, kind, isOpen, known);
      const [first] = found.matches;
      if (first === undefined) {
        problems.push({ kind: missing[kind], filter: keyOf[kind], value, nearest: found.nearest });
        continue;
      }
      const ids = found.matches.map(({ id }) => id);
      if (isExcluded) without.push(byIds[kind](ids));
      else scope[`${kind}Ids`] = [...(scope[`${kind}Ids`] ?? []), ...ids];
      rest.push(...found.rest);
      // Where words are left over, it is told which part of them was read as a title, and as which.
      const [typed, used] = [found.named, shared(found.matches)];
      const isLonger = found.rest.length > 0 && !isSame(typed, used);
      if (found.guessed || isLonger) corrections.push({ typed, used });
    }
  }

  for (const { filter, key, bound } of dated) {
    for (const value of filters[filter]?.map((each) => each.trim()) ?? []) {
      const date = readDate(value);
      if (date !== undefined) scope[bound] = date;
      else if (value === '') problems.push({ kind: 'empty-filter', filter: key, nearest: [] });
      else problems.push({ kind: 'date', filter: key, value, nearest: [] });
    }
  }
  return { scope, without, rest, problems, corrections };
}

interface FoundName extends NameMatch {
  /** What of the value names it, and the words behind that. */
  readonly named: string;
  readonly rest: readonly string[];
}

/** A word that stands in more than this part of the titles begins none of them. */
const mostTitles = 0.2;

/**
 * What a value names. Of words that are no title as a whole, those behind a title are left over: behind all of one, sooner
 * than all of them are taken for another; behind the longest beginning of one, where they are like none.
 */
async function find(value: string, kind: NameKind, isOpen: boolean, known: Known): Promise<FoundName> {
  // fuse.js is needed for names alone: most queries have none.
  const { isReadWhole, matchNames, spelledSo } = await import('./names.ts');
  const names = await known.names(kind);
  const whole = { ...matchNames(value, names), named: value, rest: [] };
  if (!isOpen || (whole.matches.length > 0 && !whole.guessed)) return whole;
  const words = value.split(/\s+/).slice(0, mostTitleWords);
  const beginnings = words.slice(1).map((_, at): FoundName => {
    const beginning = words.slice(0, words.length - 1 - at).join(' ');
    const rest = words.slice(words.length - 1 - at);
    return { matches: spelledSo(beginning, names), guessed: false, nearest: [], named: beginning, rest };
  });
  const title = beginnings.find(({ matches: [first], named }) => first !== undefined && isSame(first.name, named));
  if (title !== undefined) return title;
  if (whole.matches.length > 0 && isReadWhole(value)) return whole;
  const few = Math.max(1, names.length * mostTitles);
  return beginnings.find(({ matches }) => matches.length > 0 && matches.length <= few) ?? whole;
}

/** Whether two names have the same words. */
function isSame(one: string, other: string): boolean {
  return nameWords(one).join(' ') === nameWords(other).join(' ');
}

/** Longer than any title that somebody types. */
const mostTitleWords = 16;

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

// Reads on behind a key: the words after `from:michael` or `podcast:js` that are of the same name.

import { type Known, type KnownName, nameWords } from './known.ts';
import type { FilterKey, Query } from './query.ts';

/** Longer than any name that somebody types without quotes. */
const mostWords = 6;

/** The query with each such name whole. What names nobody stays a word to look for. */
export async function withWholeNames(query: Query, known: Known): Promise<Query> {
  const { parts, filters } = query;
  let left = parts;
  const whole: Partial<Record<FilterKey, readonly string[]>> = { ...filters };
  // From the last one, so that the places of those before stay true.
  for (const { filter, value, from, to } of [...query.open].reverse()) {
    const { nearlySpelledSo } = await import('./names.ts');
    const names = await known.names(filter === 'podcast' || filter === 'notPodcast' ? 'podcast' : 'speaker');
    for (let end = Math.min(to, from + mostWords); end > from; end--) {
      const name = [value, ...parts.slice(from, end).map(({ text }) => text)].join(' ');
      const those = names.filter((each) => endsIn(each, name));
      if (nearlySpelledSo(name, those).length === 0 && !those.some((each) => isOne(each, name))) continue;
      whole[filter] = (whole[filter] ?? []).map((each) => (each === value ? name : each));
      left = left.toSpliced(from, end - from);
      break;
    }
  }
  return { ...query, parts: left, filters: whole };
}

/** The first word may be misspelled; those after it are of the name just as they are, or all of it is written in one there. */
function endsIn(named: KnownName, typed: string): boolean {
  const [, ...after] = nameWords(typed);
  const held = after.every((word, at) => named.words.indexOf(word, 1) > 0 && after.indexOf(word) === at);
  return (after.length > 0 && held) || isOne(named, typed);
}

/** "js party" is "jsparty". */
function isOne({ words }: KnownName, typed: string): boolean {
  return words.join('') === nameWords(typed).join('');
}

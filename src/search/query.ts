// Reads what was typed in the query syntax of docs/query.md: words, phrases, filters, words to leave out.

import type { QueryFilters, QueryProblem } from './search.ts';

export interface Query {
  /** Words as typed between spaces, in order; a phrase in quotes is one part. */
  readonly parts: readonly QueryPart[];
  /** What must not be said. */
  readonly without: readonly string[];
  readonly filters: QueryFilters;
  readonly problems: readonly QueryProblem[];
}

export interface QueryPart {
  readonly text: string;
  /** It must be said exactly so. */
  readonly exact: boolean;
}

/** More than anybody remembers of a quote; the rest of a longer paste is not read. */
const longestQuery = 1000;

/** The keys, and the filter each one sets. */
const keys: Readonly<Record<string, keyof QueryFilters>> = {
  from: 'speaker',
  speaker: 'speaker',
  in: 'episode',
  episode: 'episode',
  podcast: 'podcast',
  after: 'after',
  before: 'before',
};

const quote = '["“”„‟«»]';
/**
 * A key with its value, a phrase, or what stands between spaces; a quote that is never closed reaches to the end. A minus
 * leaves out the word behind it; two of them are a dash, and one before a digit is the number's.
 */
const token = new RegExp(
  `(?<minus>(?<=^|\\s)[-−](?![-−\\d]))?(?:(?<key>(?<=^|\\s)(?:${Object.keys(keys).join('|')})):\\s*(?:${quote}(?<quoted>[^"“”„‟«»]*)(?:${quote}|$)|(?<value>[^\\s"“”„‟«»]*))|${quote}(?<phrase>[^"“”„‟«»]*)(?:${quote}|$)|(?<word>[^\\s"“”„‟«»]+))`,
  'giu',
);

/** Never throws: what cannot be understood is told as a problem, and the rest is read. */
export function parseQuery(typed: string): Query {
  const parts: QueryPart[] = [];
  const without: string[] = [];
  const filters: Partial<Record<keyof QueryFilters, string>> = {};
  const problems: QueryProblem[] = [];
  /** Set after `in:`, whose title goes on until the next key. */
  let title: string[] | undefined;
  if (typed.length > longestQuery) problems.push({ kind: 'too-long', nearest: [] });

  for (const { groups = {} } of cut(typed).matchAll(token)) {
    const { minus, key, quoted, value, phrase, word } = groups;
    if (key !== undefined) {
      const filter = keys[key.toLowerCase()] ?? 'speaker';
      const given = (quoted ?? value ?? '').trim();
      title = undefined;
      if (filter === 'episode' && quoted === undefined) title = given === '' ? [] : [given];
      else if (given === '') problems.push({ kind: 'empty-filter', filter: key.toLowerCase(), nearest: [] });
      else filters[filter] = given;
      if (title) filters.episode = title.join(' ');
    } else if (title !== undefined && phrase === undefined && minus === undefined && word !== undefined) {
      title.push(word);
      filters.episode = title.join(' ');
    } else {
      const text = (phrase ?? word ?? '').trim();
      if (text === '') continue;
      if (minus === undefined) parts.push({ text, exact: phrase !== undefined });
      else without.push(text);
    }
  }
  if (filters.episode === '') {
    delete filters.episode;
    problems.push({ kind: 'empty-filter', filter: 'in', nearest: [] });
  }
  return { parts, without, filters, problems };
}

/** At a space, so that no word is read by halves. */
function cut(typed: string): string {
  if (typed.length <= longestQuery) return typed;
  const space = typed.lastIndexOf(' ', longestQuery);
  return typed.slice(0, space > 0 ? space : longestQuery);
}

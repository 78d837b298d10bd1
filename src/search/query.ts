// Reads what was typed in the query syntax of docs/query.md: words, phrases, filters, words to leave out.

import type { QueryFilters, QueryProblem } from './search.ts';

export interface Query {
  /** Words as typed between spaces, in order; a phrase in quotes is one part. */
  readonly parts: readonly QueryPart[];
  /** What must not be said. */
  readonly without: readonly string[];
  readonly filters: Filters;
  /** Filters with one word of a name, and the parts right behind, which may be more of it. */
  readonly open: readonly OpenName[];
  readonly problems: readonly QueryProblem[];
}

/** By filter, each of its values: any of them will do. */
export type Filters = Readonly<Partial<Record<FilterKey, readonly string[]>>>;

/** `notSpeaker`: `-from:`. `title`: as `episode`, the words up to the next key, not all of which need be of the title. */
export type FilterKey = keyof QueryFilters | Excluded | Title;
type Excluded = (typeof excluded)[keyof QueryFilters];
type Title = 'title' | 'notTitle';

export interface OpenName {
  readonly filter: 'speaker' | 'notSpeaker' | 'podcast' | 'notPodcast';
  readonly value: string;
  readonly from: number;
  readonly to: number;
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

/** The filters that keys set with a minus before them. */
const excluded = {
  speaker: 'notSpeaker',
  episode: 'notEpisode',
  podcast: 'notPodcast',
  after: 'notAfter',
  before: 'notBefore',
} as const satisfies Readonly<Record<keyof QueryFilters, string>>;

/** As typed on keyboards for Chinese and Japanese as well. */
const colon = '[:：]';
const quote = '["“”„‟«»]';
/** Whether a text ends with a quote, which closes a phrase or begins none worth looking for. */
export const closing = new RegExp(`${quote}\\s*$`, 'u');
/**
 * A key with its value, a phrase, or what stands between spaces; a quote that is never closed reaches to the end. A minus
 * leaves out the word behind it; two of them are a dash, and one before a digit is the number's.
 */
const token = new RegExp(
  `(?<minus>(?<=^|\\s)[-−](?![-−\\d]))?(?:(?<key>(?<=(?:^|\\s)[-−]?)(?:${Object.keys(keys).join('|')}))${colon}\\s*(?:${quote}(?<quoted>[^"“”„‟«»]*)(?:${quote}|$)|(?<value>[^\\s"“”„‟«»]*))|${quote}(?<phrase>[^"“”„‟«»]*)(?:${quote}|$)|(?<word>[^\\s"“”„‟«»]+))`,
  'giu',
);

/** Of a sentence pasted with its caption's dash ("-Yeah, we did that"), the dash is none of it. */
const captionDash = /^\s*[-−](?=\p{Lu}\S*(?:\s+[^\s\-−:：]\S*){3,}\s*$)/u;

/** Never throws: what cannot be understood is told as a problem, and the rest is read. */
export function parseQuery(typed: string): Query {
  const parts: QueryPart[] = [];
  const without: string[] = [];
  const filters: Partial<Record<FilterKey, readonly string[]>> = {};
  const problems: QueryProblem[] = [];
  const open: { -readonly [K in keyof OpenName]: OpenName[K] }[] = [];
  /** Whose name may go on. */
  let last: (typeof open)[number] | undefined;
  const add = (filter: FilterKey, values: readonly string[]) => {
    filters[filter] = [...(filters[filter] ?? []), ...values];
  };
  /** Set after `in:`, whose title goes on until the next key. */
  let title: { readonly filter: Title; readonly words: string[] } | undefined;
  const endTitle = () => {
    if (title?.words.length === 0) problems.push({ kind: 'empty-filter', filter: 'in', nearest: [] });
    else if (title !== undefined) add(title.filter, [title.words.join(' ')]);
    title = undefined;
  };
  if (typed.length > longestQuery) problems.push({ kind: 'too-long', nearest: [] });

  for (const { groups = {} } of cut(typed.replace(captionDash, '')).matchAll(token)) {
    const { minus, key, quoted, value, phrase, word } = groups;
    const filter = key === undefined ? undefined : keys[key.toLowerCase()];
    if (word === undefined || minus !== undefined) last = undefined;
    if (filter !== undefined) {
      endTitle();
      const given = (quoted ?? value ?? '').trim();
      const isExcluded = minus !== undefined;
      const named = isExcluded ? excluded[filter] : filter;
      if (filter === 'episode' && quoted === undefined) {
        title = { filter: isExcluded ? 'notTitle' : 'title', words: given === '' ? [] : [given] };
      } else if (given === '') {
        problems.push({ kind: 'empty-filter', filter: key?.toLowerCase() ?? '', nearest: [] });
      } else {
        add(named, quoted === undefined ? listed(given) : [given]);
        if (quoted === undefined && !given.includes(',') && isOpen(named)) {
          last = { filter: named, value: given, from: parts.length, to: parts.length };
          open.push(last);
        }
      }
    } else if (title !== undefined && phrase === undefined && minus === undefined && word !== undefined) {
      title.words.push(word);
    } else {
      const text = (phrase ?? word ?? [key, quoted ?? value].join(':')).trim();
      if (text === '') continue;
      if (minus === undefined) parts.push({ text, exact: phrase !== undefined });
      else without.push(text);
      if (last !== undefined) last.to = parts.length;
    }
  }
  endTitle();
  return { parts, without, filters, open, problems };
}

function isOpen(filter: FilterKey): filter is OpenName['filter'] {
  return ['speaker', 'notSpeaker', 'podcast', 'notPodcast'].includes(filter);
}

/** "kevin,nick" are two. */
function listed(value: string): readonly string[] {
  const values = value.split(',').filter((each) => each !== '');
  return values.length > 0 ? values : [value];
}

/** At a space, so that no word is read by halves. */
function cut(typed: string): string {
  if (typed.length <= longestQuery) return typed;
  const space = typed.lastIndexOf(' ', longestQuery);
  return typed.slice(0, space > 0 ? space : longestQuery);
}

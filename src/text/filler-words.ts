// The words of a language that say nothing by themselves ("would", "untuk"), by https://github.com/stopwords-iso.

import { createRequire } from 'node:module';
import { bare } from './fold.ts';

// Loaded when first asked for: most runs never need it.
const require = createRequire(import.meta.url);
const read = new Map<string, ReadonlySet<string>>();

/** Plain, as `bare` gives them; none for a language without a list. */
export function fillerWords(language: string): ReadonlySet<string> {
  let words = read.get(language);
  if (words === undefined) {
    const all: unknown = require('stopwords-iso');
    const list: unknown = new Map(Object.entries(all ?? {})).get(language);
    words = new Set(Array.isArray(list) ? list.map((word) => bare(String(word))) : []);
    read.set(language, words);
  }
  return words;
}

// Keys that a word shares with its misspellings, so that near words are found by looking up, not by comparing them all.

import { doubleMetaphone } from 'double-metaphone';
import { bare } from './fold.ts';

/** A longer "word" is a pasted string: nobody misspells it. */
const longest = 32;

/**
 * The keys under which a word is kept: itself, itself with any one letter left out (so one letter added, lost, wrong or
 * swapped still meets it: SymSpell's idea, https://github.com/wolfgarbe/SymSpell), and what it sounds like.
 */
export function spellingKeys(form: string): string[] {
  const letters = plain(form);
  if (letters.length < 2 || letters.length > longest) return [];
  return [...new Set([letters, ...withoutOne(letters), ...sounds(letters).map((code) => `=${code}`)])];
}

/**
 * The keys to look a typed word up by: its own, and for a longer word also with any two letters left out, so that a word
 * with one letter too many and another mistake is met as well.
 */
export function lookupKeys(form: string): string[] {
  const letters = plain(form);
  const keys = spellingKeys(form);
  if (letters.length < 6 || letters.length > longest) return keys;
  return [...new Set([...keys, ...withoutOne(letters).flatMap(withoutOne)])];
}

/** What spelling compares: no accents, no apostrophes. */
export function plain(form: string): string {
  return bare(form).replaceAll("'", '');
}

function withoutOne(letters: string): string[] {
  return Array.from(letters, (_, at) => letters.slice(0, at) + letters.slice(at + 1)).filter((left) => left !== '');
}

/** What it sounds like: words of one code are spelled alike by ear. Only for the Latin alphabet. */
export function sounds(form: string): string[] {
  const letters = plain(form);
  if (!/^[a-z]+$/.test(letters)) return [];
  // Who misses the first c of "accident" or "success" hears one s.
  const ways = /cc[eiy]/.test(letters) ? [letters, letters.replace(/cc(?=[eiy])/g, 's')] : [letters];
  return [...new Set(ways.flatMap((way) => doubleMetaphone(way)))].filter((code) => code.length > 1);
}

// Keys that a word shares with its misspellings, so that near words are found by looking up, not by comparing them all.

import { doubleMetaphone } from 'double-metaphone';
import { bare } from './fold.ts';

/** A longer "word" is a pasted string: nobody misspells it. */
const longest = 32;

/**
 * The keys under which a word is kept: itself, itself with any one letter left out (so one letter added, lost, wrong or
 * swapped still meets it: SymSpell's idea, https://github.com/wolfgarbe/SymSpell), and what it sounds like.
 * A key is an unsigned 32-bit number.
 */
export function spellingKeys(form: string): number[] {
  const letters = plain(form);
  if (letters.length < 2 || letters.length > longest) return [];
  return [...new Set([letters, ...withoutOne(letters)].map((variant) => hash(variant)).concat(soundKeys(letters)))];
}

/**
 * The keys to look a typed word up by: its own, and for a longer word also with any two letters left out, so that a word
 * with one letter too many and another mistake is met as well.
 */
export function lookupKeys(form: string): number[] {
  const letters = plain(form);
  const keys = spellingKeys(form);
  if (letters.length < 6 || letters.length > longest) return keys;
  const twice = withoutOne(letters).flatMap((variant) => withoutOne(variant).map((shorter) => hash(shorter)));
  return [...new Set([...keys, ...twice])];
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
  return /^[a-z]+$/.test(letters) ? [...new Set(doubleMetaphone(letters))].filter((code) => code.length > 1) : [];
}

function soundKeys(letters: string): number[] {
  return sounds(letters).map((code) => hash(`=${code}`));
}

/** FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/): two words on one key cost a comparison, nothing more. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

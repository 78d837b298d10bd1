// Under which keys a word is met when it is misspelled, each key as a number: as texts they took half as long again to keep.

import type Database from 'libsql';
import { spellingKeys } from '../../../text/spelling.ts';
import { statement } from './statement.ts';

/** A key in so many bits and a word's number in so many fit together into a number that is exact. */
const bitsOfKey = 29;
const wordsAtMost = 2 ** 24;

/** Takes the place of a table that kept the keys as they are; all words are spelled again. */
export const spellingSchema = `
drop table spelling;
create table spelling (
  key integer not null,
  word integer not null,
  primary key (key, word)
) strict, without rowid;
update word_index set spelled_words = 0;
`;

/** What stands in the table for a key. That others have the same number costs a comparison, for near words are compared. */
export function keyNumber(key: string): number {
  // FNV-1a (https://en.wikipedia.org/wiki/Fowler–Noll–Vo_hash_function), its last letters mixed in once more.
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (hash ^ (hash >>> 12)) >>> (32 - bitsOfKey);
}

/** Makes these words be met by their keys. */
export function spell(db: Database.Database, words: readonly (readonly [id: number, form: string])[]): void {
  const rows: number[] = [];
  for (const [id, form] of words) {
    for (const key of spellingKeys(form)) rows.push(keyNumber(key) * wordsAtMost + id);
  }
  // In the order of the table, each page is written once.
  const ordered = Float64Array.from(rows).sort();
  statement(
    db,
    `insert into spelling (key, word)
     select value / ${wordsAtMost}, value % ${wordsAtMost} from json_each(?)`,
  ).run(`[${ordered.join()}]`);
}

// Does in bulk, after a run of imports, what would cost most if it were done for each episode: counting and spelling.

import type Database from 'libsql';
import type { Candidate } from '../../word-index.ts';
import { decodePassages } from './passage.ts';
import { spell } from './spelling.ts';
import { type Statement, statement } from './statement.ts';

/** So much at a time: no transaction keeps another writer waiting for long. */
const segmentsAtOnce = 20_000;
const wordsAtOnce = 20_000;
const pagesAtOnce = 2_000;
/** The full-text index is a stack of layers; beyond this many, each question is noticeably slower. */
const mostLayers = 8;

/**
 * Takes one step; to be called in a transaction of its own until it answers false. A library that is not settled answers
 * everything: its counts are behind, and its new words are found as misspellings a little more slowly.
 */
export function settleSome(db: Database.Database): boolean {
  return countSome(db) || spellSome(db) || mergeSome(db);
}

/** Adds these passages to the counts of the words they hold, or takes them off. */
export function count(db: Database.Database, passages: readonly Candidate[], by: 1 | -1): void {
  let last = 0;
  for (const { words } of passages) for (const word of words) if (word > last) last = word;
  const changes = new Uint32Array(last + 1);
  /** The last passage that held the word, counted from 1. */
  const heldLast = new Uint32Array(last + 1);
  passages.forEach(({ words }, at) => {
    for (const word of words) {
      if (heldLast[word] !== at + 1) changes[word] = (changes[word] ?? 0) + 1;
      heldLast[word] = at + 1;
    }
  });
  const changed: (readonly [word: number, by: number])[] = [];
  changes.forEach((change, word) => {
    if (change > 0) changed.push([word, change * by]);
  });
  statement(
    db,
    `update word set segments = max(segments, 0) + change.by from
     (select value ->> 0 as id, value ->> 1 as by from json_each(?)) as change where word.id = change.id`,
  ).run(JSON.stringify(changed));
}

function countSome(db: Database.Database): boolean {
  const next = statement<{ passages: Uint8Array | ArrayBuffer | null; last: number | null }>(
    db,
    `select cast(group_concat(words, '') as blob) as passages, max(segment) as last from (
       select segment, words from passage where segment > (select counted_segments from word_index)
       order by segment limit ?)`,
  ).get(segmentsAtOnce);
  if (!next?.passages || next.last === null) return false;
  count(db, decodePassages(next.passages), 1);
  statement(db, 'update word_index set counted_segments = ?, revision = revision + 1').run(next.last);
  return true;
}

function spellSome(db: Database.Database): boolean {
  const packed = statement<{ words: string }>(
    db,
    `select json_group_array(json_array(id, form)) as words from (
       select id, form from word where id > (select spelled_words from word_index) order by id limit ?)`,
  ).get(wordsAtOnce)?.words;
  const words: (readonly [id: number, form: string])[] = JSON.parse(packed ?? '[]');
  const last = words.at(-1)?.[0];
  if (last === undefined) return false;
  spell(db, words);
  // Every segment is counted by now: what still has no count has been removed again.
  statement(db, 'update word set segments = 0 where segments < 0 and id <= ?').run(last);
  statement(db, 'update word_index set spelled_words = ?').run(last);
  return true;
}

/** https://sqlite.org/fts5.html#the_merge_command: a negative number begins to merge all layers, the rest go on with it. */
function mergeSome(db: Database.Database): boolean {
  const layers =
    statement<{ layers: number }>(db, 'select count(distinct segid) as layers from said_idx').get()?.layers ?? 0;
  if (layers <= mostLayers && !merging.has(db)) return false;
  const changes: Statement<{ changes: number }> = statement(db, 'select total_changes() as changes');
  const before = changes.get()?.changes ?? 0;
  statement(db, "insert into said (said, rank) values ('merge', ?)").run(merging.has(db) ? pagesAtOnce : -pagesAtOnce);
  const done = (changes.get()?.changes ?? 0) - before < 2;
  if (done) merging.delete(db);
  else merging.add(db);
  return !done;
}

/** Files whose layers are being merged. */
const merging = new WeakSet<Database.Database>();

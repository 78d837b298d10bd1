// Does in bulk, after a run of imports, what would cost most if it were done for each episode: counting and spelling.

import type Database from 'libsql';
import { spellingKeys } from '../../../text/spelling.ts';
import { decodePassages } from './passage.ts';
import { type Statement, statement } from './statement.ts';

/** So much at a time: no transaction keeps another writer waiting for long. */
const segmentsAtOnce = 10_000;
const wordsAtOnce = 5_000;
const pagesAtOnce = 500;
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
export function count(
  db: Database.Database,
  passages: Iterable<{ readonly words: Iterable<number> }>,
  by: 1 | -1,
): void {
  const changes = new Map<number, number>();
  for (const { words } of passages) {
    for (const word of new Set(words)) changes.set(word, (changes.get(word) ?? 0) + by);
  }
  statement(
    db,
    `update word set segments = max(segments, 0) + change.by from
     (select value ->> 0 as id, value ->> 1 as by from json_each(?)) as change where word.id = change.id`,
  ).run(JSON.stringify([...changes].sort(([one], [other]) => one - other)));
}

function countSome(db: Database.Database): boolean {
  const passages = statement<{ segment: number; words: Uint8Array | ArrayBuffer }>(
    db,
    `select segment, words from passage where segment > (select counted_segments from word_index)
     order by segment limit ?`,
  ).all(segmentsAtOnce);
  const last = passages.at(-1);
  if (last === undefined) return false;
  count(
    db,
    passages.flatMap(({ words }) => decodePassages(words)),
    1,
  );
  statement(db, 'update word_index set counted_segments = ?, revision = revision + 1').run(last.segment);
  return true;
}

function spellSome(db: Database.Database): boolean {
  const words = statement<{ id: number; form: string }>(
    db,
    'select id, form from word where id > (select spelled_words from word_index) order by id limit ?',
  ).all(wordsAtOnce);
  const last = words.at(-1);
  if (last === undefined) return false;
  const keys = words.flatMap(({ id, form }) => spellingKeys(form).map((key) => [key, id] as const));
  // In the order of the table, each page is written once.
  keys.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  statement(db, 'insert into spelling (key, word) select value ->> 0, value ->> 1 from json_each(?)').run(
    JSON.stringify(keys),
  );
  // Every segment is counted by now: what still has no count has been removed again.
  statement(db, 'update word set segments = 0 where segments < 0 and id <= ?').run(last.id);
  statement(db, 'update word_index set spelled_words = ?').run(last.id);
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

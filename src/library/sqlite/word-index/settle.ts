// Does in bulk, after a run of imports, what would cost most if it were done for each episode: counting and spelling.

import type Database from 'libsql';
import { countSome, forgetUnsaid } from './counts.ts';
import { spell } from './spelling.ts';
import { type Statement, statement } from './statement.ts';
import { forgetWords } from './write.ts';

/** So much at a time: no transaction keeps another writer waiting for long. */
const wordsAtOnce = 20_000;
const pagesAtOnce = 2_000;
/** The full-text index is a stack of layers; beyond this many, each question is noticeably slower. */
const mostLayers = 8;

/**
 * Takes one step; to be called in a transaction of its own until it answers false. In a library that is not settled all that
 * was said is found; but its counts are behind, so that it ranks worse, and only some of its new words are met by a misspelling.
 */
export function settleSome(db: Database.Database): boolean {
  return countSome(db) || forgetSome(db) || spellSome(db) || mergeSome(db);
}

/** Whoever numbers words has to look those up again: said once more, they are new. */
function forgetSome(db: Database.Database): boolean {
  if (!forgetUnsaid(db)) return false;
  forgetWords(db);
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

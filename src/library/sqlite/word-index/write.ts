// Enters an episode's segments into the word index and takes them out again, inside the transaction that writes it.

import type Database from 'libsql';
import { cutOf, type Encoded } from '../encoded.ts';
import { countTally, enteredSoFar, forgetEntered, uncount } from './counts.ts';
import type { IndexedEpisode, IndexedSegment } from './indexed.ts';
import { Lexicon } from './lexicon.ts';
import { passagesOf } from './passage.ts';
import { revise } from './revision.ts';
import { statement } from './statement.ts';
import { tokensOf } from './tokens.ts';

/** Makes these episodes' segments findable. */
export function indexSegments(db: Database.Database, episodes: readonly IndexedEpisode[]): void {
  const said = episodes.filter(({ segments }) => segments.length > 0);
  if (said.length === 0) return;
  const { lexicon, statements } = deskOf(db);
  lexicon.refresh();
  const numbers = lexicon.numbersOf(said);
  const entered = enteredSoFar(db);
  for (const [episode, { word }] of numbers) {
    if (entered !== undefined) countTally(entered, episode.tally, word);
    // One statement for all: a call into the driver costs as much as a row.
    const passages = passagesOf(episode, word);
    statements.addPassages.run(passages.bytes, cutsOf(episode.segments, passages));
  }
  lexicon.settle();
  revise(db);
  // Last and together: the full-text index makes a layer of what it has got whenever another table is written to.
  for (const [episode, ofIt] of numbers) {
    const tokens = tokensOf(episode, ofIt);
    statements.addSaid.run(tokens.bytes, cutsOf(episode.segments, tokens));
  }
}

/** To be called where a transaction was rolled back: what was numbered in it is not there. */
export function forgetWords(db: Database.Database): void {
  desks.delete(db);
  forgetEntered(db);
}

/** Of each segment its row, and where its bytes are. */
function cutsOf(segments: readonly IndexedSegment[], encoded: Encoded): string {
  return JSON.stringify(segments.map(({ row }, at) => [row, ...cutOf(encoded, at)]));
}

/** Takes these segments out; to be called while they still stand in the table. */
export function dropSegments(db: Database.Database, segmentRows: readonly number[]): void {
  if (segmentRows.length === 0) return;
  const { statements } = deskOf(db);
  const rows = JSON.stringify(segmentRows);
  uncount(
    db,
    statements.passages.all(rows).map(({ words }) => words),
  );
  forgetEntered(db);
  statements.dropPassages.run(rows);
  statements.dropSaid.run(rows);
  // The numbers of the last segments may be given again.
  statements.uncounted.run();
  revise(db);
}

interface WritingDesk {
  readonly lexicon: Lexicon;
  readonly statements: ReturnType<typeof prepare>;
}

/** One per open file: an import brings episode after episode, and the lexicon is worth remembering between them. */
const desks = new WeakMap<Database.Database, WritingDesk>();

function deskOf(db: Database.Database): WritingDesk {
  let desk = desks.get(db);
  if (desk === undefined) {
    desk = { lexicon: new Lexicon(db), statements: prepare(db) };
    desks.set(db, desk);
  }
  return desk;
}

function prepare(db: Database.Database) {
  return {
    addPassages: statement(
      db,
      `insert into passage (segment, words)
       select value ->> 0, substr(?1, value ->> 1, value ->> 2) from json_each(?2)`,
    ),
    addSaid: statement(
      db,
      `insert into said (rowid, tokens)
       select value ->> 0, cast(substr(?1, value ->> 1, value ->> 2) as text) from json_each(?2)`,
    ),
    passages: statement<{ words: Uint8Array | ArrayBuffer }>(
      db,
      `select words from passage where segment in (select value from json_each(?))
       and segment <= (select counted_segments from word_index)`,
    ),
    uncounted: statement(
      db,
      `update word_index set counted_segments =
         min(counted_segments, (select coalesce(max(segment), 0) from passage))`,
    ),
    dropPassages: statement(db, 'delete from passage where segment in (select value from json_each(?))'),
    dropSaid: statement(db, 'delete from said where rowid in (select value from json_each(?))'),
  };
}

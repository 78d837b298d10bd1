// In how many segments each word stands: counted as segments come, and written for many of them at once.

import type Database from 'libsql';
import type { Tally } from '../../../text/tally.ts';
import { decodePassages } from './passage.ts';
import { isOursAlone, revise, watch } from './revision.ts';
import { type Statement, statement } from './statement.ts';

/** So many at a time: no transaction keeps another writer waiting for long. */
const segmentsAtOnce = 20_000;

class Counts {
  #passages = 0;
  /** By word. */
  #segments = new Uint32Array(1024);
  /** By word: the last passage that held it, counted from 1. */
  #heldLast = new Uint32Array(1024);

  passage(): void {
    this.#passages += 1;
  }

  /** A word of that passage. */
  word(word: number): void {
    if (word >= this.#segments.length) this.#grow(word);
    if (this.#heldLast[word] === this.#passages) return;
    this.#heldLast[word] = this.#passages;
    this.#segments[word] = (this.#segments[word] ?? 0) + 1;
  }

  /**
   * Adds them to the lexicon's counts, or takes them off. A word of which nothing is left may stand in what is not counted yet,
   * as that of an episode that was changed does: it counts as new until all is counted.
   */
  write(db: Database.Database, by: 1 | -1): void {
    const changed: (readonly [word: number, by: number])[] = [];
    this.#segments.forEach((segments, word) => {
      if (segments > 0) changed.push([word, segments * by]);
    });
    statement(
      db,
      `update word set segments = iif(max(segments, 0) + change.by > 0, max(segments, 0) + change.by, -1) from
       (select value ->> 0 as id, value ->> 1 as by from json_each(?)) as change where word.id = change.id`,
    ).run(JSON.stringify(changed));
  }

  #grow(word: number): void {
    const grown = (numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> => {
      const more = new Uint32Array(word * 2);
      more.set(numbers);
      return more;
    };
    this.#segments = grown(this.#segments);
    this.#heldLast = grown(this.#heldLast);
  }
}

/** What was entered into a file since its counts were written. */
const enteredInto = new WeakMap<Database.Database, Counts>();

/** To be called before passages are added, and told what they hold; `undefined` where all of it has to be read again anyway. */
export function enteredSoFar(db: Database.Database): Counts | undefined {
  const entered = enteredInto.get(db);
  if (entered !== undefined && isOursAlone(db)) return entered;
  enteredInto.delete(db);
  if (lastUncounted(db) !== null) return undefined;
  const counts = new Counts();
  enteredInto.set(db, counts);
  watch(db);
  return counts;
}

/** @param word of the tally's words, by their places. */
export function countTally(counts: Counts, { said, ends }: Tally, word: Uint32Array): void {
  let from = 0;
  for (const end of ends) {
    counts.passage();
    for (; from < end; from++) counts.word(word[said[from] ?? 0] ?? 0);
  }
}

/** To be called where a transaction was rolled back, and where passages are taken out. */
export function forgetEntered(db: Database.Database): void {
  enteredInto.delete(db);
}

/** Takes what these passages hold off the counts. */
export function uncount(db: Database.Database, passages: readonly (Uint8Array | ArrayBuffer)[]): void {
  const counts = new Counts();
  for (const bytes of passages) countPassages(counts, bytes);
  counts.write(db, -1);
  statement(db, 'update word_index set unsaid = 1').run();
}

/** Counts some of what is behind; to be called in a transaction of its own until it answers false. */
export function countSome(db: Database.Database): boolean {
  const last = lastUncounted(db);
  if (last === null) return false;
  const entered = enteredInto.get(db);
  enteredInto.delete(db);
  if (entered !== undefined && isOursAlone(db)) {
    entered.write(db, 1);
    countedTo(db, last);
    return true;
  }
  const next = statement<{ passages: Uint8Array | ArrayBuffer; last: number }>(
    db,
    `select cast(group_concat(words, '') as blob) as passages, max(segment) as last from (
       select segment, words from passage where segment > (select counted_segments from word_index)
       order by segment limit ?)`,
  ).get(segmentsAtOnce);
  if (next === undefined) return false;
  const counts = new Counts();
  countPassages(counts, next.passages);
  counts.write(db, 1);
  countedTo(db, next.last);
  return true;
}

/** To be called where every segment is counted: what has no count is said by nobody any more. False where there is no such word. */
export function forgetUnsaid(db: Database.Database): boolean {
  if (statement<{ unsaid: number }>(db, 'select unsaid from word_index').get()?.unsaid !== 1) return false;
  statement(db, 'update word_index set unsaid = 0').run();
  const forgotten: Statement<{ id: number }> = statement(
    db,
    'update word set segments = 0 where segments < 0 returning id',
  );
  return forgotten.all().length > 0;
}

function countPassages(counts: Counts, bytes: Uint8Array | ArrayBuffer): void {
  for (const { words } of decodePassages(bytes)) {
    counts.passage();
    for (const word of words) counts.word(word);
  }
}

function countedTo(db: Database.Database, segment: number): void {
  statement(db, 'update word_index set counted_segments = ?').run(segment);
  revise(db);
}

function lastUncounted(db: Database.Database): number | null {
  const sql = 'select max(segment) as last from passage where segment > (select counted_segments from word_index)';
  return statement<{ last: number | null }>(db, sql).get()?.last ?? null;
}

// Enters segments into the word index and takes them out again, inside the transaction that writes the episode.

import type Database from 'libsql';
import { saidWords } from '../../../text/words.ts';
import { Lexicon, type Numbers } from './lexicon.ts';
import { decodePassages, encodePassage } from './passage.ts';
import { count } from './settle.ts';
import { statement } from './statement.ts';
import {
  dateTokens,
  daysSince1970,
  episodeToken,
  firstDay,
  podcastToken,
  repeatedToken,
  speakerToken,
  stemToken,
} from './token.ts';

export interface IndexRow {
  /** The segment's row, already in the table. */
  readonly segmentRow: number;
  readonly text: string;
  readonly language: string;
}

interface Place {
  readonly segment: number;
  readonly episode: number;
  readonly speaker: number | null;
  readonly podcast: number;
  readonly publishedAt: string | null;
}

/** Makes these segments findable. */
export function indexSegments(db: Database.Database, rows: readonly IndexRow[]): void {
  if (rows.length === 0) return;
  const { lexicon, statements } = deskOf(db);
  lexicon.refresh();
  const places = new Map(
    statements.places.all(JSON.stringify(rows.map((row) => row.segmentRow))).map((place) => [place.segment, place]),
  );
  const said = rows.map(({ text, language }) =>
    saidWords(text).map(({ written }) => lexicon.numbers(written, language)),
  );
  lexicon.giveNumbers();
  const passages: Buffer[] = [];
  const cuts: (readonly [segment: number, from: number, length: number])[] = [];
  let from = 1;
  const tokens: (readonly [segment: number, tokens: string])[] = [];
  said.forEach((words, at) => {
    const row = rows[at]?.segmentRow ?? 0;
    const place = places.get(row);
    if (place === undefined) throw new RangeError(`segment ${row} is not in the library`);
    const passage = encodePassage({
      segment: row,
      episode: place.episode,
      speaker: place.speaker ?? 0,
      ...(place.publishedAt === null ? {} : { day: daysSince1970(firstDay(place.publishedAt)) }),
      words: words.map(({ word }) => word),
    });
    passages.push(passage);
    cuts.push([row, from, passage.length]);
    from += passage.length;
    tokens.push([row, tokensOf(words, place).join(' ')]);
  });
  // One statement for all: a call into the driver costs as much as a row.
  statements.addPassages.run(Buffer.concat(passages), JSON.stringify(cuts));
  statements.addSaid.run(JSON.stringify(tokens));
  lexicon.settle();
  statements.revise.run();
}

/** Takes these segments out; to be called while they still stand in the table. */
export function dropSegments(db: Database.Database, segmentRows: readonly number[]): void {
  if (segmentRows.length === 0) return;
  const { statements } = deskOf(db);
  const rows = JSON.stringify(segmentRows);
  const counted = statements.passages.all(rows).flatMap(({ words }) => decodePassages(words));
  count(db, counted, -1);
  statements.dropPassages.run(rows);
  statements.dropSaid.run(rows);
  // The numbers of the last segments may be given again.
  statements.uncount.run();
  statements.revise.run();
}

function tokensOf(words: readonly Numbers[], place: Place): string[] {
  const once = new Set<number>();
  const repeated = new Set<number>();
  for (const { stem } of words) (once.has(stem) ? repeated : once).add(stem);
  return [
    ...words.map(({ stem }) => stemToken(stem)),
    ...Array.from(repeated, repeatedToken),
    ...(place.speaker === null ? [] : [speakerToken(place.speaker)]),
    episodeToken(place.episode),
    podcastToken(place.podcast),
    ...(place.publishedAt === null ? [] : dateTokens(firstDay(place.publishedAt))),
  ];
}

interface WritingDesk {
  readonly lexicon: Lexicon;
  readonly statements: ReturnType<typeof prepare>;
}

/** One per open file: an import brings its episodes one by one, and the lexicon is worth remembering between them. */
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
    places: statement<Place>(
      db,
      `select segment.row as segment, episode, speaker, podcast, published_at as publishedAt
       from segment join episode on episode.row = segment.episode
       where segment.row in (select value from json_each(?))`,
    ),
    addPassages: statement(
      db,
      `insert into passage (segment, words)
       select value ->> 0, substr(?1, value ->> 1, value ->> 2) from json_each(?2)`,
    ),
    addSaid: statement(db, 'insert into said (rowid, tokens) select value ->> 0, value ->> 1 from json_each(?)'),
    passages: statement<{ words: Uint8Array | ArrayBuffer }>(
      db,
      `select words from passage where segment in (select value from json_each(?))
       and segment <= (select counted_segments from word_index)`,
    ),
    uncount: statement(
      db,
      `update word_index set counted_segments =
         min(counted_segments, (select coalesce(max(segment), 0) from passage))`,
    ),
    revise: statement(db, 'update word_index set revision = revision + 1'),
    dropPassages: statement(db, 'delete from passage where segment in (select value from json_each(?))'),
    dropSaid: statement(db, 'delete from said where rowid in (select value from json_each(?))'),
  };
}

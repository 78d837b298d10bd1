// Enters segments into the word index and takes them out again, inside the transaction that writes the episode.

import type Database from 'libsql';
import { saidWords } from '../../../text/words.ts';
import { Lexicon } from './lexicon.ts';
import { decodePassages, encodePassage } from './passage.ts';
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
  const segments = new Map<number, number>();
  for (const { segmentRow, text, language } of rows) {
    const place = places.get(segmentRow);
    if (place === undefined) throw new RangeError(`segment ${segmentRow} is not in the library`);
    const words = saidWords(text).map(({ written }) => lexicon.numbers(written, language));
    for (const word of new Set(words.map((each) => each.word))) segments.set(word, (segments.get(word) ?? 0) + 1);
    statements.addPassage.run(
      segmentRow,
      encodePassage({
        segment: segmentRow,
        episode: place.episode,
        speaker: place.speaker ?? 0,
        ...(place.publishedAt === null ? {} : { day: daysSince1970(firstDay(place.publishedAt)) }),
        words: Uint32Array.from(words, (each) => each.word),
      }),
    );
    statements.addSaid.run(
      segmentRow,
      tokensOf(
        words.map((each) => each.stem),
        place,
      ).join(' '),
    );
  }
  lexicon.count(segments);
  lexicon.settle();
  statements.revise.run();
}

/** Takes these segments out; to be called while they still stand in the table. */
export function dropSegments(db: Database.Database, segmentRows: readonly number[]): void {
  if (segmentRows.length === 0) return;
  const { lexicon, statements } = deskOf(db);
  const rows = JSON.stringify(segmentRows);
  const segments = new Map<number, number>();
  for (const { words } of statements.passages.all(rows)) {
    for (const passage of decodePassages(words)) {
      for (const word of new Set(passage.words)) segments.set(word, (segments.get(word) ?? 0) - 1);
    }
  }
  lexicon.count(segments);
  statements.revise.run();
  statements.dropPassages.run(rows);
  statements.dropSaid.run(rows);
}

function tokensOf(stems: readonly number[], place: Place): string[] {
  const once = new Set<number>();
  const repeated = new Set<number>();
  for (const stem of stems) (once.has(stem) ? repeated : once).add(stem);
  return [
    ...stems.map(stemToken),
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
    addPassage: statement(db, 'insert into passage (segment, words) values (?, ?)'),
    addSaid: statement(db, 'insert into said (rowid, tokens) values (?, ?)'),
    passages: statement<{ words: Uint8Array | ArrayBuffer }>(
      db,
      'select words from passage where segment in (select value from json_each(?))',
    ),
    revise: statement(db, 'update word_index set revision = revision + 1'),
    dropPassages: statement(db, 'delete from passage where segment in (select value from json_each(?))'),
    dropSaid: statement(db, 'delete from said where rowid in (select value from json_each(?))'),
  };
}

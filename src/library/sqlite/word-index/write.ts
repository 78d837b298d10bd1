// Enters an episode's segments into the word index and takes them out again, inside the transaction that writes it.

import type Database from 'libsql';
import { known } from '../../../text/known.ts';
import type { Tally } from '../../../text/tally.ts';
import type { Encoded } from './encoded.ts';
import { Lexicon } from './lexicon.ts';
import { decodePassages, encodePassages } from './passage.ts';
import { count } from './settle.ts';
import { statement } from './statement.ts';
import { dateTokens, daysSince1970, episodeToken, firstDay, podcastToken, speakerToken } from './token.ts';
import { tokensOf } from './tokens.ts';

/** What is said in one episode. */
export interface IndexedEpisode {
  /** Rows of the library's tables. */
  readonly episode: number;
  readonly podcast: number;
  readonly publishedAt: string | null;
  readonly language: string;
  readonly segments: readonly IndexedSegment[];
  /** Of the segments' texts, in their order. */
  readonly tally: Tally;
}

export interface IndexedSegment {
  readonly row: number;
  readonly speaker: number | null;
}

/** Makes these segments findable. */
export function indexSegments(db: Database.Database, said: IndexedEpisode): void {
  const { episode, podcast, publishedAt, language, segments, tally } = said;
  if (segments.length === 0) return;
  const { lexicon, statements } = deskOf(db);
  lexicon.refresh();
  const numbers = lexicon.numbersOf(tally, language);

  const date = publishedAt === null ? undefined : firstDay(publishedAt);
  const day = known({ day: date && daysSince1970(date) });
  const words = tally.said.map((place) => numbers.word[place] ?? 0);
  const passages = encodePassages(
    segments.map(({ row, speaker }, at) => ({
      ...{ segment: row, episode, speaker: speaker ?? 0, ...day },
      words: words.subarray(tally.ends[at - 1] ?? 0, tally.ends[at]),
    })),
  );
  // One statement for all: a call into the driver costs as much as a row.
  statements.addPassages.run(passages.bytes, cutsOf(segments, passages));

  const ofEpisode = [episodeToken(episode), podcastToken(podcast), ...(date ? dateTokens(date) : [])].join(' ');
  const tokens = tokensOf(tally, numbers.stem, (at) => {
    const speaker = segments[at]?.speaker ?? null;
    return speaker === null ? ofEpisode : `${speakerToken(speaker)} ${ofEpisode}`;
  });
  statements.addSaid.run(tokens.bytes, cutsOf(segments, tokens));
  lexicon.settle();
  statements.revise.run();
}

/** Of each segment its row, and where its bytes begin and how many there are, as SQLite's `substr` counts. */
function cutsOf(segments: readonly IndexedSegment[], { ends }: Encoded): string {
  const cuts = segments.map(({ row }, at) => {
    const from = ends[at - 1] ?? 0;
    return [row, from + 1, (ends[at] ?? from) - from];
  });
  return JSON.stringify(cuts);
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

// Writing what is said in an episode: its segments, who speaks them, and their words in the index.

import { type Tally, tallyOf } from '../../text/tally.ts';
import type { TranscriptSegment } from '../../transcripts/transcript.ts';
import type { EpisodeRecord } from '../library.ts';
import { type Connection, expected } from './connection.ts';
import { cutOf, Writer } from './encoded.ts';
import { openVoices } from './voices.ts';
import { dropSegments, type IndexedEpisode, type IndexedSegment, indexSegments } from './word-index.ts';

/** Takes out all that is said in an episode; answers who said it. */
export function clearSegments(connection: Connection, episode: number): readonly number[] {
  const segments = connection.rows<{ row: number }>('select row from segment where episode = ?', episode);
  dropSegments(
    connection.db,
    segments.map(({ row }) => row),
  );
  connection.run('delete from segment where episode = ?', episode);
  return connection
    .rows<{ speaker: number }>('delete from voice where episode = ? returning speaker', episode)
    .map((voice) => voice.speaker);
}

export interface WrittenSegments {
  /** To be made findable. */
  readonly indexed: IndexedEpisode;
  /** Who speaks. */
  readonly speakers: readonly number[];
}

/** Writes what is said in an episode; what it answers is still to be indexed. */
export function writeSegments(connection: Connection, episode: number, record: EpisodeRecord): WrittenSegments {
  const { segments, tally = tallyOf(segments.map(({ text }) => text)) } = record;
  const first = (connection.row<{ last: number | null }>('select max(row) as last from segment')?.last ?? 0) + 1;
  const voices = openVoices(connection);
  const indexed = segments.map(({ speaker }, at): IndexedSegment => {
    const words = (tally.ends[at] ?? 0) - (tally.ends[at - 1] ?? 0);
    return { row: first + at, speaker: voices.speak(speaker, words) };
  });
  writeRows(connection, episode, segments, indexed);
  return { indexed: indexedEpisode(connection, episode, indexed, tally), speakers: voices.write(episode) };
}

/** All in one statement: one for each row, or a value bound for each of its columns, takes half as long again. */
function writeRows(
  connection: Connection,
  episode: number,
  segments: readonly TranscriptSegment[],
  indexed: readonly IndexedSegment[],
): void {
  const texts = new Writer();
  for (const { text } of segments) {
    texts.text(text);
    texts.end();
  }
  const encoded = texts.take();
  const rows = segments.map(({ startSeconds, endSeconds, timing, moments }, at) => {
    const row = [indexed[at]?.speaker ?? null, ...cutOf(encoded, at)];
    if (startSeconds === undefined && endSeconds === undefined) return row;
    return [...row, startSeconds, endSeconds, timing, moments && JSON.stringify(moments)];
  });
  connection.run(
    `insert into segment (row, episode, ordinal, speaker, start_seconds, end_seconds, timing, moments, text)
     select ?1 + key, ?2, key, value ->> 0, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
       cast(substr(?3, value ->> 1, value ->> 2) as text)
     from json_each(?4)`,
    ...[indexed[0]?.row ?? 0, episode, encoded.bytes, JSON.stringify(rows)],
  );
}

/** For what the index knows of segments besides their words. */
export function indexAnew(connection: Connection, episode: number): void {
  const segments = connection.rows<IndexedSegment & { text: string }>(
    'select row, speaker, text from segment where episode = ? order by ordinal',
    episode,
  );
  dropSegments(
    connection.db,
    segments.map(({ row }) => row),
  );
  const tally = tallyOf(segments.map(({ text }) => text));
  indexSegments(connection.db, [indexedEpisode(connection, episode, segments, tally)]);
}

function indexedEpisode(
  connection: Connection,
  episode: number,
  segments: readonly IndexedSegment[],
  tally: Tally,
): IndexedEpisode {
  const facts = expected(
    connection.row<Pick<IndexedEpisode, 'podcast' | 'publishedAt' | 'language'>>(
      'select podcast, published_at as publishedAt, language from episode where row = ?',
      episode,
    ),
  );
  return { ...facts, episode, segments, tally };
}

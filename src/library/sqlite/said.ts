// Writing what is said in an episode: its segments, who speaks them, and their words in the index.

import { type Tally, tallyOf } from '../../text/tally.ts';
import type { EpisodeRecord } from '../library.ts';
import { type Connection, expected } from './connection.ts';
import { insertRows } from './insert.ts';
import { openVoices } from './voices.ts';
import { dropSegments, type IndexedSegment, indexSegments } from './word-index.ts';

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

const columns = [
  'row',
  'episode',
  'ordinal',
  'speaker',
  'start_seconds',
  'end_seconds',
  'timing',
  'moments',
  'text',
] as const;

/** Answers who speaks. */
export function writeSegments(connection: Connection, episode: number, record: EpisodeRecord): readonly number[] {
  const { segments, tally = tallyOf(segments.map(({ text }) => text)) } = record;
  const before = connection.row<{ last: number | null }>('select max(row) as last from segment')?.last ?? 0;
  const voices = openVoices(connection);
  const indexed = segments.map(({ speaker }, at): IndexedSegment => {
    const words = (tally.ends[at] ?? 0) - (tally.ends[at - 1] ?? 0);
    return { row: before + 1 + at, speaker: voices.speak(speaker, words) };
  });
  const rows = segments.map(({ startSeconds, endSeconds, timing, moments, text }, ordinal) => [
    ...[indexed[ordinal]?.row ?? null, episode, ordinal, indexed[ordinal]?.speaker ?? null],
    ...[startSeconds ?? null, endSeconds ?? null, timing ?? null, moments ? JSON.stringify(moments) : null, text],
  ]);
  insertRows(connection, 'segment', columns, rows);
  indexEpisode(connection, episode, indexed, tally);
  return voices.write(episode);
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
  indexEpisode(connection, episode, segments, tallyOf(segments.map(({ text }) => text)));
}

function indexEpisode(
  connection: Connection,
  episode: number,
  segments: readonly IndexedSegment[],
  tally: Tally,
): void {
  const { podcast, publishedAt, language } = expected(
    connection.row<{ podcast: number; publishedAt: string | null; language: string }>(
      'select podcast, published_at as publishedAt, language from episode where row = ?',
      episode,
    ),
  );
  indexSegments(connection.db, { episode, podcast, publishedAt, language, segments, tally });
}

// Writing what is said in an episode: its segments, who speaks them, and their words in the index.

import type { Language } from '../../model.ts';
import type { EpisodeRecord } from '../library.ts';
import type { Connection } from './connection.ts';
import { openVoices } from './voices.ts';
import { dropSegments, type IndexRow, indexSegments } from './word-index.ts';

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

/** Answers who speaks. */
export function writeSegments(connection: Connection, episode: number, record: EpisodeRecord): readonly number[] {
  const voices = openVoices(connection);
  const indexed: IndexRow[] = [];
  record.segments.forEach(({ speaker, startSeconds = null, endSeconds = null, timing = null, ...said }, ordinal) => {
    const { text } = said;
    const moments = said.moments === undefined ? null : JSON.stringify(said.moments);
    const { lastRow } = connection.run(
      `insert into segment (episode, ordinal, speaker, start_seconds, end_seconds, timing, moments, text)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[episode, ordinal, voices.speak(speaker, text), startSeconds, endSeconds, timing, moments, text],
    );
    indexed.push({ segmentRow: lastRow, text, language: record.episode.language });
  });
  indexSegments(connection.db, indexed);
  return voices.write(episode);
}

/** For what the index knows of segments besides their words. */
export function indexAnew(connection: Connection, episode: number, language: Language): void {
  const segments = connection.rows<{ row: number; text: string }>(
    'select row, text from segment where episode = ? order by ordinal',
    episode,
  );
  dropSegments(
    connection.db,
    segments.map(({ row }) => row),
  );
  indexSegments(
    connection.db,
    segments.map(({ row, text }) => ({ segmentRow: row, text, language })),
  );
}

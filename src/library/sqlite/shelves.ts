// Reading the library: what there is, and single episodes, speakers and segments of it.

import { statSync } from 'node:fs';
import type { Placed, Podcast, Segment } from '../../model.ts';
import type { EpisodeEntry, EpisodeFilter, LibraryStats, SegmentFilter, Shelves } from '../library.ts';
import { type Connection, expected, type Value } from './connection.ts';
import { listEpisodes, readEpisode } from './episodes.ts';
import { pickSegment } from './random.ts';
import { type PodcastRow, readSegmentId, type SegmentRow, segmentColumns, toPodcast, toSegment } from './rows.ts';
import { isPerson, listSpeakers, readSpeaker } from './speakers.ts';

export function createShelves(connection: Connection): Shelves {
  const place = (row: SegmentRow): Placed | undefined => {
    const entry = readEpisode(connection, row.episode_id);
    return entry && { podcast: entry.podcast, episode: entry.episode, segment: toSegment(row) };
  };

  return {
    async stats() {
      const counts = connection.row<Omit<LibraryStats, 'bytes'>>(
        `select (select count(*) from podcast) as podcasts, count(*) filter (where segments > 0) as episodes,
          count(*) filter (where segments = 0) as awaiting,
          (select count(*) from speaker where ${isPerson}) as speakers,
          coalesce(sum(segments), 0) as segments from episode`,
      );
      return { ...expected(counts), bytes: bytesOf(connection.file) };
    },

    async podcasts(): Promise<readonly Podcast[]> {
      return connection.rows<PodcastRow>('select * from podcast order by title, id').map(toPodcast);
    },

    async episodes(filter: EpisodeFilter, page) {
      return listEpisodes(connection, filter, page);
    },

    async episode(id): Promise<EpisodeEntry | undefined> {
      return readEpisode(connection, id);
    },

    async speakers(page) {
      return listSpeakers(connection, page);
    },

    async speaker(id) {
      return readSpeaker(connection, id);
    },

    async segment(id) {
      const [row] = readSegments(connection, id, 0, 0);
      return row && place(row);
    },

    async exchange(segmentId, before, after): Promise<readonly Segment[]> {
      return readSegments(connection, segmentId, before, after).map(toSegment);
    },

    async randomSegment(filter: SegmentFilter) {
      const row = pickSegment(connection, filter);
      return row && place(row);
    },
  };
}

/** Nothing at all unless the segment itself is there. */
function readSegments(connection: Connection, segmentId: string, before: number, after: number): SegmentRow[] {
  const at = readSegmentId(segmentId);
  if (at === undefined) return [];
  const values: Value[] = [at.episodeId, at.ordinal - before, at.ordinal + after];
  const rows = connection.rows<SegmentRow>(
    `select ${segmentColumns} from episode join segment on segment.episode = episode.row
     left join speaker on speaker.row = segment.speaker
     where episode.id = ? and segment.ordinal between ? and ? order by segment.ordinal`,
    ...values,
  );
  return rows.some((row) => row.ordinal === at.ordinal) ? rows : [];
}

/** What is not yet moved from the log into the file counts as well. */
function bytesOf(file: string): number {
  return [file, `${file}-wal`].reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
}

// Reads the segments that candidates stand for, with their episodes and podcasts: a page of answers in two statements.

import type Database from 'libsql';
import type { Placed } from '../../../model.ts';
import {
  type EpisodeRow,
  episodeColumns,
  type PodcastRow,
  type SegmentRow,
  segmentColumns,
  toEpisode,
  toPodcast,
  toSegment,
} from '../rows.ts';
import { statement } from './statement.ts';

type PodcastColumns = { readonly [K in keyof PodcastRow as `podcast_${K}`]: PodcastRow[K] };

/** In the order asked; a segment that is gone by now is `undefined`. */
export function placedReader(db: Database.Database): (segments: readonly number[]) => readonly (Placed | undefined)[] {
  const segmentRows = statement<SegmentRow & { row: number; episode: number }>(
    db,
    `select segment.row, segment.episode, ${segmentColumns} from segment
     join episode on episode.row = segment.episode left join speaker on speaker.row = segment.speaker
     where segment.row in (select value from json_each(?))`,
  );
  const episodeRows = statement<EpisodeRow & PodcastColumns>(
    db,
    `select ${episodeColumns}, podcast.title as podcast_title, podcast.language as podcast_language,
       podcast.link as podcast_link, podcast.image as podcast_image, podcast.author as podcast_author
     from episode join podcast on podcast.row = episode.podcast
     where episode.row in (select value from json_each(?))`,
  );
  return (segments) => {
    const found = new Map(segmentRows.all(JSON.stringify(segments)).map((row) => [row.row, row]));
    const wanted = [...new Set([...found.values()].map(({ episode }) => episode))];
    const episodes = new Map(
      episodeRows
        .all(JSON.stringify(wanted))
        .map((row) => [row.row, { podcast: toPodcast(podcastOf(row)), episode: toEpisode(row) }]),
    );
    return segments.map((number) => {
      const row = found.get(number);
      const place = row && episodes.get(row.episode);
      return row && place && { ...place, segment: toSegment(row) };
    });
  };
}

function podcastOf(row: EpisodeRow & PodcastColumns): PodcastRow {
  return {
    id: row.podcast_id,
    title: row.podcast_title,
    language: row.podcast_language,
    link: row.podcast_link,
    image: row.podcast_image,
    author: row.podcast_author,
  };
}

// Reading episodes with their podcasts and the people who speak in them.

import type { Speaker } from '../../model.ts';
import type { EpisodeEntry, EpisodeFilter, Page, Paged } from '../library.ts';
import type { Connection, Value } from './connection.ts';
import { type EpisodeRow, episodeColumns, type PodcastRow, toEpisode, toPodcast } from './rows.ts';

const from = 'from episode join podcast on podcast.row = episode.podcast';
const newestFirst = `order by episode.published_at desc nulls last, episode.season desc nulls last,
  episode.number desc nulls last, episode.natural_order desc`;

export function readEpisode(connection: Connection, id: string): EpisodeEntry | undefined {
  const row = connection.row<EpisodeRow>(`select ${episodeColumns} ${from} where episode.id = ?`, id);
  return row && toEntries(connection, [row])[0];
}

/** Newest first; with `ids` only these, in their order. */
export function listEpisodes(connection: Connection, filter: EpisodeFilter, page: Page): Paged<EpisodeEntry> {
  const conditions: string[] = [];
  const values: Value[] = [];
  const demand = (condition: string, value: Value) => {
    conditions.push(condition);
    values.push(value);
  };
  if (filter.podcastId !== undefined) demand('podcast.id = ?', filter.podcastId);
  if (filter.speakerId !== undefined) {
    demand(
      `episode.row in (select voice.episode from voice join speaker on speaker.row = voice.speaker where speaker.id = ?)`,
      filter.speakerId,
    );
  }
  if (filter.awaiting) conditions.push('episode.segments = 0');
  if (filter.undated) conditions.push('episode.published_at is null and episode.segments > 0');
  const given = filter.ids && JSON.stringify(filter.ids);
  if (given !== undefined) demand('episode.id in (select value from json_each(?))', given);
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`;

  const total = connection.row<{ total: number }>(`select count(*) as total ${from} ${where}`, ...values)?.total ?? 0;
  const order =
    given === undefined ? newestFirst : 'order by (select min(key) from json_each(?) where value = episode.id)';
  const rows = connection.rows<EpisodeRow>(
    `select ${episodeColumns} ${from} ${where} ${order} limit ? offset ?`,
    ...values,
    ...(given === undefined ? [] : [given]),
    page.limit,
    page.offset,
  );
  return { items: toEntries(connection, rows), total };
}

function toEntries(connection: Connection, rows: readonly EpisodeRow[]): EpisodeEntry[] {
  const podcasts = new Map(
    connection
      .rows<PodcastRow & { row: number }>(
        'select * from podcast where row in (select value from json_each(?))',
        JSON.stringify(rows.map((row) => row.podcast_row)),
      )
      .map((row) => [row.row, toPodcast(row)]),
  );
  const voices = connection.rows<Speaker & { episode: number }>(
    `select voice.episode, speaker.id, speaker.name from voice join speaker on speaker.row = voice.speaker
     where voice.episode in (select value from json_each(?))
     group by voice.episode, speaker.row order by sum(voice.words) desc, speaker.id`,
    JSON.stringify(rows.map((row) => row.row)),
  );
  const speakers = new Map<number, Speaker[]>(rows.map((row) => [row.row, []]));
  for (const { episode, id, name } of voices) speakers.get(episode)?.push({ id, name });

  return rows.flatMap((row) => {
    const podcast = podcasts.get(row.podcast_row);
    if (podcast === undefined) return [];
    return { podcast, episode: toEpisode(row), segments: row.segments, speakers: speakers.get(row.row) ?? [] };
  });
}

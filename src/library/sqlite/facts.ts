// Writing what is known of podcasts and episodes, besides what is said in them.

import type { Podcast } from '../../model.ts';
import { known } from '../../text/known.ts';
import type { EpisodeRecord } from '../library.ts';
import { type Connection, expected, type Value } from './connection.ts';
import { naturalOrder } from './natural-order.ts';
import { indexAnew } from './said.ts';
import { revise } from './word-index.ts';

/** What search remembers of titles is out of date where the podcast was changed. */
export function writePodcast(connection: Connection, podcast: Podcast): number {
  const { id, title, language = null, link = null, image = null, author = null } = podcast;
  const facts = [title, language, link, image, author];
  const before = connection.row<{ row: number; same: number }>(
    'select row, (title, language, link, image, author) is (?, ?, ?, ?, ?) as same from podcast where id = ?',
    ...facts,
    id,
  );
  if (before?.same === 1) return before.row;
  const written = connection.row<{ row: number }>(
    `insert into podcast (id, title, language, link, image, author) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set title = excluded.title, language = excluded.language, link = excluded.link,
       image = excluded.image, author = excluded.author
     returning row`,
    ...[id, ...facts],
  );
  revise(connection.db);
  return expected(written).row;
}

export function writeEpisode(connection: Connection, record: EpisodeRecord, podcast: number): number {
  const columns: Readonly<Record<string, Value>> = {
    ...factsOf(record),
    podcast,
    language: record.episode.language,
    duration_seconds: record.episode.durationSeconds ?? null,
    transcript: record.episode.transcript ?? null,
    segments: record.segments.length,
    ...(record.episode.transcript === 'machine-made' ? {} : retryOf(record)),
  };
  const names = Object.keys(columns);
  const written = connection.row<{ row: number }>(
    `insert into episode (${names.join(', ')}) values (${names.map(() => '?').join(', ')})
     on conflict (id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
     returning row`,
    ...Object.values(columns),
  );
  if (record.segments.length === 0) revise(connection.db);
  return expected(written).row;
}

export function relabelEpisode(connection: Connection, record: Omit<EpisodeRecord, 'segments' | 'tally'>): void {
  const { id, chapters, ...facts } = { ...factsOf(record), ...retryOf(record) };
  // They are asked for only where a transcript is read.
  const columns = { ...facts, ...known({ chapters }) };
  const before = connection.row<{ row: number; published_at: string | null }>(
    'select row, published_at from episode where id = ?',
    id,
  );
  if (before === undefined) return;
  const names = Object.keys(columns);
  connection.run(
    `update episode set ${names.map((name) => `${name} = ?`).join(', ')} where row = ?`,
    ...Object.values(columns),
    before.row,
  );
  revise(connection.db);
  if (before.published_at === columns.published_at) return;
  // The word index knows each segment's day.
  indexAnew(connection, before.row);
}

/** What is known of an episode besides what is said in it. */
function factsOf({ episode, origin, contentHash }: Omit<EpisodeRecord, 'segments' | 'tally'>) {
  return {
    id: episode.id,
    origin,
    source: episode.source,
    content_hash: contentHash,
    title: episode.title,
    published_at: episode.publishedAt ?? null,
    number: episode.number ?? null,
    season: episode.season ?? null,
    link: episode.link ?? null,
    audio: episode.audio ?? null,
    audio_locked: episode.audioLocked ? 1 : null,
    links: JSON.stringify(episode.links),
    image: episode.image ?? null,
    description: episode.description ?? null,
    people: JSON.stringify(episode.people),
    chapters: episode.chapters === undefined ? null : JSON.stringify(episode.chapters),
    soundbites: episode.soundbites === undefined ? null : JSON.stringify(episode.soundbites),
    natural_order: naturalOrder(episode.source),
  };
}

function retryOf({ retry }: Pick<EpisodeRecord, 'retry'>) {
  return { failures: retry?.failures ?? null, retry_at: retry?.dueAt.getTime() ?? null };
}

// Writing the library: an episode goes in whole or not at all, and takes what it replaces out with it.

import { setTimeout } from 'node:timers/promises';
import type { Podcast } from '../../model.ts';
import { known } from '../../text/known.ts';
import type { Desk, EpisodeRecord, Shelved } from '../library.ts';
import { type Connection, expected, type Value } from './connection.ts';
import { naturalOrder } from './natural-order.ts';
import { nameSpeakers, openVoices } from './voices.ts';
import { dropSegments, type IndexRow, indexSegments, settleSome } from './word-index.ts';

export function createDesk(connection: Connection): Desk {
  return {
    async shelved(podcastId) {
      const rows = connection.rows<ShelvedRow>(
        `select episode.id as episodeId, podcast.id as podcastId, origin, source, content_hash as contentHash,
           transcript, failures, retry_at as retryAt
         from podcast join episode on episode.podcast = podcast.row ${podcastId === undefined ? '' : 'where podcast.id = ?'}
         order by episode.row`,
        ...(podcastId === undefined ? [] : [podcastId]),
      );
      return rows.map(toShelved);
    },

    async shelve(record) {
      connection.transaction(() => {
        const episode = writeEpisode(connection, record, writePodcast(connection, record.podcast));
        const before = clear(connection, episode);
        const after = writeSegments(connection, episode, record);
        nameSpeakers(connection, new Set([...before, ...after]));
      });
    },

    async relabel(record) {
      connection.transaction(() => {
        writePodcast(connection, record.podcast);
        relabelEpisode(connection, record);
      });
    },

    async describe(podcast) {
      connection.transaction(() => {
        const there = connection.row('select 1 from podcast where id = ?', podcast.id);
        if (there !== undefined) writePodcast(connection, podcast);
      });
    },

    async giveUp(episodeIds) {
      if (episodeIds.length === 0) return;
      const ids = JSON.stringify(episodeIds);
      connection.run(
        'update episode set failures = null, retry_at = null where id in (select value from json_each(?))',
        ids,
      );
    },

    async remove(episodeIds) {
      for (const id of episodeIds) {
        await letOthersWrite();
        connection.transaction(() => {
          const row = connection.row<{ row: number }>('select row from episode where id = ?', id)?.row;
          if (row === undefined) return;
          const before = clear(connection, row);
          connection.run('delete from episode where row = ?', row);
          connection.run('delete from podcast where row not in (select podcast from episode)');
          nameSpeakers(connection, new Set(before));
        });
      }
    },

    async settle() {
      while (connection.transaction(() => settleSome(connection.db))) await letOthersWrite();
    },
  };
}

/** Between transactions that follow at once: whoever waits for the file asks every few milliseconds and would never meet a gap. */
function letOthersWrite(): Promise<void> {
  return setTimeout(20);
}

interface ShelvedRow extends Omit<Shelved, 'transcript' | 'retry'> {
  readonly transcript: Shelved['transcript'] | null;
  readonly failures: number | null;
  readonly retryAt: number | null;
}

function toShelved({ transcript, failures, retryAt, ...rest }: ShelvedRow): Shelved {
  const retry = failures === null || retryAt === null ? undefined : { failures, dueAt: new Date(retryAt) };
  return { ...rest, ...known({ transcript, retry }) };
}

/** What search remembers of titles is out of date where the podcast was changed. */
function writePodcast(connection: Connection, podcast: Podcast): number {
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
  revise(connection);
  return expected(written).row;
}

function writeEpisode(connection: Connection, record: EpisodeRecord, podcast: number): number {
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
  if (record.segments.length === 0) revise(connection);
  return expected(written).row;
}

function relabelEpisode(connection: Connection, record: Omit<EpisodeRecord, 'segments'>): void {
  const { id, chapters, ...facts } = { ...factsOf(record), ...retryOf(record) };
  // They are asked for only where a transcript is read.
  const columns = { ...facts, ...known({ chapters }) };
  const before = connection.row<{ row: number; language: string; published_at: string | null }>(
    'select row, language, published_at from episode where id = ?',
    id,
  );
  if (before === undefined) return;
  const names = Object.keys(columns);
  connection.run(
    `update episode set ${names.map((name) => `${name} = ?`).join(', ')} where row = ?`,
    ...Object.values(columns),
    before.row,
  );
  revise(connection);
  if (before.published_at === columns.published_at) return;
  // The word index knows each segment's day.
  const rows = connection.rows<{ row: number; text: string }>(
    'select row, text from segment where episode = ? order by ordinal',
    before.row,
  );
  dropSegments(
    connection.db,
    rows.map(({ row }) => row),
  );
  indexSegments(
    connection.db,
    rows.map(({ row, text }) => ({ segmentRow: row, text, language: before.language })),
  );
}

/** What is known of an episode besides what is said in it. */
function factsOf({ episode, origin, contentHash }: Omit<EpisodeRecord, 'segments'>) {
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

/** Where no segment is written, which tells it by itself. */
function revise(connection: Connection): void {
  connection.run('update word_index set revision = revision + 1');
}

/** Takes out all that is said in an episode; answers who said it. */
function clear(connection: Connection, episode: number): readonly number[] {
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
function writeSegments(connection: Connection, episode: number, record: EpisodeRecord): readonly number[] {
  const voices = openVoices(connection);
  const indexed: IndexRow[] = [];
  record.segments.forEach(({ speaker, startSeconds = null, endSeconds = null, timing = null, text }, ordinal) => {
    const { lastRow } = connection.run(
      `insert into segment (episode, ordinal, speaker, start_seconds, end_seconds, timing, text)
       values (?, ?, ?, ?, ?, ?, ?)`,
      ...[episode, ordinal, voices.speak(speaker, text), startSeconds, endSeconds, timing, text],
    );
    indexed.push({ segmentRow: lastRow, text, language: record.episode.language });
  });
  indexSegments(connection.db, indexed);
  return voices.write(episode);
}

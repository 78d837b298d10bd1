// Writing the library: an episode goes in whole or not at all, and takes what it replaces out with it.

import { setTimeout } from 'node:timers/promises';
import type { Podcast } from '../../model.ts';
import type { Desk, EpisodeRecord, Shelved } from '../library.ts';
import { type Connection, expected, type Value } from './connection.ts';
import { naturalOrder } from './natural-order.ts';
import { nameSpeakers, openVoices } from './voices.ts';
import { dropSegments, type IndexRow, indexSegments, settleSome } from './word-index.ts';

export function createDesk(connection: Connection): Desk {
  return {
    async shelved() {
      return connection.rows<Shelved>(
        `select episode.id as episodeId, podcast.id as podcastId, origin, source, content_hash as contentHash
         from episode join podcast on podcast.row = episode.podcast order by episode.row`,
      );
    },

    async shelve(record) {
      connection.transaction(() => {
        const episode = writeEpisode(connection, record, writePodcast(connection, record.podcast));
        const before = clear(connection, episode);
        const after = writeSegments(connection, episode, record);
        nameSpeakers(connection, new Set([...before, ...after]));
      });
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

function writePodcast(connection: Connection, podcast: Podcast): number {
  const { id, title, language = null, link = null, image = null, author = null } = podcast;
  const written = connection.row<{ row: number }>(
    `insert into podcast (id, title, language, link, image, author) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update set title = excluded.title, language = excluded.language, link = excluded.link,
       image = excluded.image, author = excluded.author
     returning row`,
    ...[id, title, language, link, image, author],
  );
  return expected(written).row;
}

function writeEpisode(connection: Connection, record: EpisodeRecord, podcast: number): number {
  const { episode, origin, contentHash, segments } = record;
  const columns: Readonly<Record<string, Value>> = {
    id: episode.id,
    podcast,
    origin,
    source: episode.source,
    content_hash: contentHash,
    title: episode.title,
    language: episode.language,
    published_at: episode.publishedAt ?? null,
    number: episode.number ?? null,
    season: episode.season ?? null,
    link: episode.link ?? null,
    audio: episode.audio ?? null,
    links: JSON.stringify(episode.links),
    image: episode.image ?? null,
    description: episode.description ?? null,
    people: JSON.stringify(episode.people),
    duration_seconds: episode.durationSeconds ?? null,
    transcript: episode.transcript ?? null,
    chapters: episode.chapters === undefined ? null : JSON.stringify(episode.chapters),
    soundbites: episode.soundbites === undefined ? null : JSON.stringify(episode.soundbites),
    segments: segments.length,
    natural_order: naturalOrder(episode.source),
  };
  const names = Object.keys(columns);
  const written = connection.row<{ row: number }>(
    `insert into episode (${names.join(', ')}) values (${names.map(() => '?').join(', ')})
     on conflict (id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}
     returning row`,
    ...Object.values(columns),
  );
  return expected(written).row;
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

// Writing the library: an episode goes in whole or not at all, and takes what it replaces out with it.

import type { Podcast } from '../../model.ts';
import { nameKey } from '../../text/name.ts';
import type { Desk, EpisodeRecord, Shelved } from '../library.ts';
import type { Connection, Value } from './connection.ts';
import { naturalOrder } from './natural-order.ts';
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
      while (connection.transaction(() => settleSome(connection.db)));
    },
  };
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
  const voices = new Map<string, { speaker: number; name: string; segments: number; words: number }>();
  const voiceOf = (written: string) => {
    const name = written
      .replace(/\s+/g, ' ')
      .replace(/[\s:]+$/, '')
      .trim();
    let voice = voices.get(name);
    if (voice === undefined) {
      voice = { speaker: writeSpeaker(connection, name), name, segments: 0, words: 0 };
      voices.set(name, voice);
    }
    return voice;
  };

  const indexed: IndexRow[] = [];
  record.segments.forEach(({ speaker, startSeconds = null, endSeconds = null, timing = null, text }, ordinal) => {
    const voice = speaker?.trim() ? voiceOf(speaker) : undefined;
    const { lastRow } = connection.run(
      `insert into segment (episode, ordinal, speaker, start_seconds, end_seconds, timing, text)
       values (?, ?, ?, ?, ?, ?, ?)`,
      ...[episode, ordinal, voice?.speaker ?? null, startSeconds, endSeconds, timing, text],
    );
    indexed.push({ segmentRow: lastRow, text, language: record.episode.language });
    if (voice === undefined) return;
    voice.segments += 1;
    voice.words += countWords(text);
  });
  indexSegments(connection.db, indexed);

  for (const { speaker, name, segments, words } of voices.values()) {
    connection.run(
      'insert into voice (episode, speaker, name, segments, words) values (?, ?, ?, ?, ?)',
      ...[episode, speaker, name, segments, words],
    );
  }
  return [...voices.values()].map((voice) => voice.speaker);
}

function writeSpeaker(connection: Connection, name: string): number {
  const id = nameKey(name);
  connection.run('insert into speaker (id, name) values (?, ?) on conflict (id) do nothing', id, name);
  return expected(connection.row<{ row: number }>('select row from speaker where id = ?', id)).row;
}

/** Those who say nothing any more go; the others are called as they are written most often. */
function nameSpeakers(connection: Connection, speakers: ReadonlySet<number>): void {
  for (const speaker of speakers) {
    const common = connection.row<{ name: string }>(
      'select name from voice where speaker = ? group by name order by sum(segments) desc, name limit 1',
      speaker,
    );
    if (common === undefined) connection.run('delete from speaker where row = ?', speaker);
    else connection.run('update speaker set name = ? where row = ?', common.name, speaker);
  }
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)?.length ?? 0;
}

function expected<T>(row: T | undefined): T {
  if (row === undefined) throw new Error('The library did not answer the row it has just written.');
  return row;
}

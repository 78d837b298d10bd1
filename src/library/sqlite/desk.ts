// Writing the library: an episode goes in whole or not at all, and takes what it replaces out with it.

import { known } from '../../text/known.ts';
import type { Desk, Shelved } from '../library.ts';
import type { Connection } from './connection.ts';
import { relabelEpisode, writeEpisode, writePodcast } from './facts.ts';
import { clearSegments, writeSegments } from './said.ts';
import { takeTurns } from './turns.ts';
import { nameSpeakers } from './voices.ts';
import { forgetWords, indexSegments, settleSome } from './word-index.ts';

export function createDesk(connection: Connection): Desk {
  const turns = takeTurns();

  /** Every transaction that writes words, for what was numbered in one that fails is not there. */
  async function write<T>(work: () => T): Promise<T> {
    await turns.next();
    try {
      return await connection.withoutBlocking(() => connection.transaction(work));
    } catch (error) {
      forgetWords(connection.db);
      throw error;
    } finally {
      turns.ended();
    }
  }

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

    async shelve(...records) {
      await write(() => {
        const speakers = new Set<number>();
        const written = records.map((record) => {
          const episode = writeEpisode(connection, record, writePodcast(connection, record.podcast));
          for (const speaker of clearSegments(connection, episode)) speakers.add(speaker);
          const { indexed, speakers: these } = writeSegments(connection, episode, record);
          for (const speaker of these) speakers.add(speaker);
          return indexed;
        });
        nameSpeakers(connection, speakers);
        indexSegments(connection.db, written);
      });
    },

    async relabel(record) {
      await write(() => {
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
        await write(() => {
          const row = connection.row<{ row: number }>('select row from episode where id = ?', id)?.row;
          if (row === undefined) return;
          const before = clearSegments(connection, row);
          connection.run('delete from episode where row = ?', row);
          connection.run('delete from podcast where row not in (select podcast from episode)');
          nameSpeakers(connection, new Set(before));
        });
      }
    },

    async settle() {
      while (await write(() => settleSome(connection.db)));
    },
  };
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

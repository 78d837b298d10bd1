// The feeds that are followed, as rows.

import { known } from '../../text/known.ts';
import type { FeedShelf, FollowedFeed } from '../feed-shelf.ts';
import type { Connection, Value } from './connection.ts';

/** Moments are kept in milliseconds. */
export const feedSchema = `
alter table episode add column transcript text check (transcript in ('awaited', 'machine-made'));
alter table episode add column chapters text;
alter table episode add column soundbites text;

create table feed (
  row integer primary key,
  address text not null unique,
  podcast_id text,
  title text,
  guid text,
  added_at integer not null,
  etag text,
  last_modified text,
  rest_seconds integer,
  checked_at integer,
  answered_at integer,
  due_at integer not null,
  failures integer not null,
  failing_since integer,
  failure text,
  gone_at integer,
  told_log integer not null,
  told_person integer not null
) strict;
`;

interface FeedRow {
  readonly address: string;
  readonly podcast_id: string | null;
  readonly title: string | null;
  readonly guid: string | null;
  readonly added_at: number;
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly rest_seconds: number | null;
  readonly checked_at: number | null;
  readonly answered_at: number | null;
  readonly due_at: number;
  readonly failures: number;
  readonly failing_since: number | null;
  readonly failure: string | null;
  readonly gone_at: number | null;
  readonly told_log: number;
  readonly told_person: number;
}

export function createFeedShelf(connection: Connection): FeedShelf {
  const put = (feed: FollowedFeed): void => {
    const columns = toColumns(feed);
    const names = Object.keys(columns);
    connection.run(
      `insert into feed (${names.join(', ')}) values (${names.map(() => '?').join(', ')})
       on conflict (address) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      ...Object.values(columns),
    );
  };

  return {
    async feeds() {
      return connection.rows<FeedRow>('select * from feed order by row').map(toFeed);
    },

    async putFeed(feed) {
      await connection.withoutBlocking(() => put(feed));
    },

    async updateFeed(feed, before = feed.address) {
      const update = (): boolean => {
        if (connection.row('select 1 from feed where address = ?', before) === undefined) return false;
        if (before !== feed.address) {
          connection.run('delete from feed where address = ?', feed.address);
          connection.run('update feed set address = ? where address = ?', feed.address, before);
        }
        put(feed);
        return true;
      };
      return connection.withoutBlocking(() => connection.transaction(update));
    },

    async removeFeed(address) {
      await connection.withoutBlocking(() => connection.run('delete from feed where address = ?', address));
    },
  };
}

function toColumns(feed: FollowedFeed): Readonly<Record<keyof FeedRow, Value>> {
  return {
    address: feed.address,
    podcast_id: feed.podcastId ?? null,
    title: feed.title ?? null,
    guid: feed.guid ?? null,
    added_at: feed.addedAt.getTime(),
    etag: feed.etag ?? null,
    last_modified: feed.lastModified ?? null,
    rest_seconds: feed.restSeconds ?? null,
    checked_at: feed.checkedAt?.getTime() ?? null,
    answered_at: feed.answeredAt?.getTime() ?? null,
    due_at: feed.dueAt.getTime(),
    failures: feed.failures,
    failing_since: feed.failingSince?.getTime() ?? null,
    failure: feed.failure ?? null,
    gone_at: feed.goneAt?.getTime() ?? null,
    told_log: feed.toldLog ? 1 : 0,
    told_person: feed.toldPerson ? 1 : 0,
  };
}

function toFeed(row: FeedRow): FollowedFeed {
  return {
    address: row.address,
    addedAt: new Date(row.added_at),
    dueAt: new Date(row.due_at),
    failures: row.failures,
    toldLog: row.told_log === 1,
    toldPerson: row.told_person === 1,
    ...known({
      podcastId: row.podcast_id,
      title: row.title,
      guid: row.guid,
      etag: row.etag,
      lastModified: row.last_modified,
      restSeconds: row.rest_seconds,
      checkedAt: moment(row.checked_at),
      answeredAt: moment(row.answered_at),
      failingSince: moment(row.failing_since),
      failure: row.failure,
      goneAt: moment(row.gone_at),
    }),
  };
}

const moment = (milliseconds: number | null): Date | undefined =>
  milliseconds === null ? undefined : new Date(milliseconds);

// One segment by chance, each that fits as likely as the next.

import type { SegmentFilter } from '../library.ts';
import type { Connection, Value } from './connection.ts';
import { type SegmentRow, segmentColumns } from './rows.ts';

const from = `from segment join episode on episode.row = segment.episode join podcast on podcast.row = episode.podcast
  left join speaker on speaker.row = segment.speaker`;

/** Draws before the few that fit are looked through one by one. */
const draws = 50;

/**
 * Draws row numbers until one is there and fits: quick where many fit, and just as fair as listing them all. Where few
 * fit, they are listed: quick, because they are few.
 */
export function pickSegment(connection: Connection, filter: SegmentFilter): SegmentRow | undefined {
  const { where, values } = conditions(filter);
  const ends = connection.row<{ first: number | null; last: number | null }>(
    'select (select min(row) from segment) as first, (select max(row) from segment) as last',
  );
  if (ends === undefined || ends.first === null || ends.last === null) return undefined;
  for (let draw = 0; draw < draws; draw++) {
    const row = ends.first + Math.floor(Math.random() * (ends.last - ends.first + 1));
    const found = connection.row<SegmentRow>(
      `select ${segmentColumns} ${from} where segment.row = ? and ${where}`,
      row,
      ...values,
    );
    if (found !== undefined) return found;
  }
  return connection.row<SegmentRow>(
    `select ${segmentColumns} ${from} where segment.row =
      (select segment.row ${from} where ${where} order by random() limit 1)`,
    ...values,
  );
}

const listed = (ids?: readonly string[]): string | undefined => ids && JSON.stringify(ids);

function conditions(filter: SegmentFilter): { readonly where: string; readonly values: readonly Value[] } {
  const { podcastIds, episodeIds, speakerIds, leastCharacters } = filter;
  const all: readonly (readonly [condition: string, value: Value | undefined])[] = [
    ['episode.podcast in (select row from podcast where id in (select value from json_each(?)))', listed(podcastIds)],
    ['segment.episode in (select row from episode where id in (select value from json_each(?)))', listed(episodeIds)],
    ['segment.speaker in (select row from speaker where id in (select value from json_each(?)))', listed(speakerIds)],
    ['length(segment.text) >= ?', leastCharacters],
  ];
  const given = all.flatMap(([condition, value]) => (value === undefined ? [] : [{ condition, value }]));
  return {
    where: given.map(({ condition }) => condition).join(' and ') || 'true',
    values: given.map(({ value }) => value),
  };
}

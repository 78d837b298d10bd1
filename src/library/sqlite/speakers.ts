// Reading the people who speak: how much, where, and from when to when.

import type { PlainDate } from '../../model.ts';
import { known } from '../../text/known.ts';
import type { Page, Paged, SpeakerEntry } from '../library.ts';
import type { Connection } from './connection.ts';

interface SpeakerRow {
  readonly id: string;
  readonly name: string;
  readonly episodes: number;
  readonly segments: number;
  readonly words: number;
  readonly first_heard: PlainDate | null;
  readonly last_heard: PlainDate | null;
}

/** "Speaker 1" is somebody else in every episode: a label on what is said, and nobody to be listed or counted. */
export const isPerson = `speaker.id not glob 'speaker [0-9]*'`;

const select = `select speaker.id, speaker.name, count(distinct voice.episode) as episodes,
  sum(voice.segments) as segments, sum(voice.words) as words,
  min(episode.published_at) as first_heard, max(episode.published_at) as last_heard
  from speaker join voice on voice.speaker = speaker.row join episode on episode.row = voice.episode`;

export function readSpeaker(connection: Connection, id: string): SpeakerEntry | undefined {
  const row = connection.row<SpeakerRow>(`${select} where speaker.id = ? and ${isPerson} group by speaker.row`, id);
  return row && toEntry(row);
}

/** Most words first. */
export function listSpeakers(connection: Connection, page: Page): Paged<SpeakerEntry> {
  const rows = connection.rows<SpeakerRow>(
    `${select} where ${isPerson} group by speaker.row order by sum(voice.words) desc, speaker.id limit ? offset ?`,
    page.limit,
    page.offset,
  );
  const total =
    connection.row<{ total: number }>(`select count(*) as total from speaker where ${isPerson}`)?.total ?? 0;
  return { items: rows.map(toEntry), total };
}

function toEntry(row: SpeakerRow): SpeakerEntry {
  const { id, name, episodes, segments, words } = row;
  return {
    speaker: { id, name },
    episodes,
    segments,
    words,
    ...known({ firstHeard: row.first_heard, lastHeard: row.last_heard }),
  };
}

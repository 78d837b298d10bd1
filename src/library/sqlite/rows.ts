// Rows of the library file as the shapes the program speaks of; what a column leaves null is left out.

import type { Episode, Podcast, Segment, Timing } from '../../model.ts';
import { known } from '../../text/known.ts';

export interface PodcastRow {
  readonly id: string;
  readonly title: string;
  readonly language: string | null;
  readonly link: string | null;
  readonly image: string | null;
  readonly author: string | null;
}

export interface EpisodeRow {
  readonly row: number;
  readonly id: string;
  readonly podcast_row: number;
  readonly podcast_id: string;
  readonly source: string;
  readonly title: string;
  readonly language: string;
  readonly published_at: string | null;
  readonly number: number | null;
  readonly season: number | null;
  readonly link: string | null;
  readonly audio: string | null;
  readonly audio_locked: number | null;
  readonly links: string;
  readonly image: string | null;
  readonly description: string | null;
  readonly people: string;
  readonly duration_seconds: number | null;
  readonly transcript: 'awaited' | 'machine-made' | null;
  readonly chapters: string | null;
  readonly soundbites: string | null;
  readonly segments: number;
}

export interface SegmentRow {
  readonly episode_id: string;
  readonly ordinal: number;
  readonly speaker_id: string | null;
  readonly speaker_name: string | null;
  readonly start_seconds: number | null;
  readonly end_seconds: number | null;
  readonly timing: Timing | null;
  readonly moments: string | null;
  readonly text: string;
}

/** Selects an EpisodeRow. */
export const episodeColumns = `episode.row, episode.id, episode.podcast as podcast_row, podcast.id as podcast_id,
  episode.source, episode.title, episode.language, episode.published_at, episode.number, episode.season, episode.link,
  episode.audio, episode.audio_locked, episode.links, episode.image, episode.description, episode.people, episode.duration_seconds,
  episode.transcript, episode.chapters, episode.soundbites, episode.segments`;

/** Selects a SegmentRow, from \`segment join episode left join speaker\`. */
export const segmentColumns = `episode.id as episode_id, segment.ordinal, speaker.id as speaker_id,
  speaker.name as speaker_name, segment.start_seconds, segment.end_seconds, segment.timing, segment.moments,
  segment.text`;

export function toPodcast(row: PodcastRow): Podcast {
  const { id, title, language, link, image, author } = row;
  return { id, title, ...known({ language, link, image, author }) };
}

export function toEpisode(row: EpisodeRow): Episode {
  const { id, title, source, language, number, season, link, audio, image, description } = row;
  return {
    id,
    podcastId: row.podcast_id,
    title,
    source,
    language,
    links: JSON.parse(row.links),
    people: JSON.parse(row.people),
    ...known({
      publishedAt: row.published_at,
      number,
      season,
      link,
      audio,
      audioLocked: row.audio_locked === 1 ? true : undefined,
      image,
      description,
      durationSeconds: row.duration_seconds,
      transcript: row.transcript,
      chapters: row.chapters === null ? null : JSON.parse(row.chapters),
      soundbites: row.soundbites === null ? null : JSON.parse(row.soundbites),
    }),
  };
}

export function toSegment(row: SegmentRow): Segment {
  return {
    id: `${row.episode_id}.${row.ordinal}`,
    episodeId: row.episode_id,
    index: row.ordinal,
    text: row.text,
    ...(row.speaker_id !== null && row.speaker_name !== null
      ? { speaker: { id: row.speaker_id, name: row.speaker_name } }
      : {}),
    ...known({
      startSeconds: row.start_seconds,
      endSeconds: row.end_seconds,
      timing: row.timing,
      moments: row.moments === null ? null : JSON.parse(row.moments),
    }),
  };
}

/** A segment's id taken apart; `undefined` where it is none. */
export function readSegmentId(id: string): { readonly episodeId: string; readonly ordinal: number } | undefined {
  const match = /^(.+)\.(\d{1,9})$/.exec(id);
  return match?.[1] === undefined ? undefined : { episodeId: match[1], ordinal: Number(match[2]) };
}

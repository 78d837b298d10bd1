// One transcript and all that is known of its episode, made into the record that the library keeps.

import type { EpisodeRecord, Shelved } from '../library/library.ts';
import type { Episode, Podcast } from '../model.ts';
import type { Source, SourceEpisode } from '../sources/source.ts';
import { known } from '../text/known.ts';
import type { Tally } from '../text/tally.ts';
import type { ParsedTranscript, TranscriptSegment } from '../transcripts/transcript.ts';
import { digest, type Identity, sourceOf } from './identity.ts';
import { speakerNames } from './speakers.ts';

/** Raised whenever the same transcript would be read differently than before: the next import then reads all anew. */
const reading = 8;

/** What the record will be made from; the transcript's own part is told apart by the hash's first half. */
export function hashOf(podcast: Podcast, source: Source, episode: SourceEpisode, text: string): string {
  const { facts, fallback, path } = episode;
  const rest = JSON.stringify([reading, podcast, sourceOf(source, path), facts, fallback]);
  return `${digest(text).slice(0, 32)}.${digest(rest).slice(0, 16)}`;
}

/** As `hashOf` where reading the transcript costs a request: of what its source tells about it, without looking. */
export function fingerprintOf(podcast: Podcast, { path, facts, fallback, offers, fingerprint }: SourceEpisode): string {
  const told = fingerprint ?? [path, facts, fallback, offers.map(({ file }) => file)];
  return digest(JSON.stringify([reading, podcast.language, told])).slice(0, 32);
}

/** True where what was shelved was read from this very text. */
export function isSameText(shelved: Shelved, text: string): boolean {
  return shelved.contentHash.startsWith(`${digest(text).slice(0, 32)}.`);
}

/** What a podcast is called: by the importer, or its `podcast.json` or feed, or its folder. */
export function podcastOf(source: Source, { podcastId }: Identity, name?: string): Podcast {
  return { ...source.podcast, id: podcastId, title: name ?? source.podcast.title ?? source.name };
}

/** An episode and whose it is, before anything is known of what is said in it. */
export interface Entry {
  readonly podcast: Podcast;
  readonly source: Source;
  readonly episode: SourceEpisode;
  readonly id: string;
  readonly contentHash: string;
}

export function makeRecord(entry: Entry, transcript: ParsedTranscript & { readonly tally?: Tally }): EpisodeRecord {
  const { podcast, source, episode, id, contentHash } = entry;
  const people = episode.facts.people ?? [];
  const nameOf = speakerNames(episode.facts, transcript.segments);
  const segments = transcript.segments.map(({ speaker, ...said }) => ({
    ...said,
    ...known({ speaker: speaker === undefined ? undefined : nameOf(speaker) }),
  }));
  return {
    podcast,
    episode: { ...episodeOf(podcast, source, episode, transcript), id, people },
    origin: source.origin,
    contentHash,
    segments,
    ...known({ tally: transcript.tally }),
  };
}

/** What `podcast.json` or a feed states goes before what the transcript says, and that before the file's name. */
function episodeOf(
  podcast: Podcast,
  source: Source,
  { path, facts, fallback }: SourceEpisode,
  { facts: said, segments }: ParsedTranscript,
): Omit<Episode, 'id' | 'people'> {
  const { number, season, link, audio, audioLocked, image, description, chapters, soundbites } = facts;
  return {
    podcastId: podcast.id,
    title: facts.title ?? said.title ?? fallback.title,
    source: sourceOf(source, path),
    language: facts.language ?? podcast.language ?? said.language,
    links: { ...said.links, ...facts.links },
    ...known({
      publishedAt: facts.publishedAt ?? said.publishedAt ?? fallback.publishedAt,
      number,
      season,
      link,
      audio,
      audioLocked,
      image,
      description,
      chapters,
      soundbites,
      durationSeconds: facts.durationSeconds ?? lengthOf(segments),
    }),
  };
}

/** The last moment that the transcript names, where it names most: a few marks within the talk do not tell how long it went on. */
function lengthOf(segments: readonly TranscriptSegment[]): number | undefined {
  const moments = segments.flatMap(({ startSeconds, endSeconds }) => endSeconds ?? startSeconds ?? []);
  if (moments.length * 2 <= segments.length) return undefined;
  return moments.reduce((one, other) => Math.max(one, other));
}

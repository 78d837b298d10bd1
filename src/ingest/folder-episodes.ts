// Shelves what is new in a podcast's folder or changed: reads some files ahead, and shelves several episodes at once.

import { join } from 'node:path';
import { VerbatimError } from '../errors.ts';
import type { Desk, EpisodeRecord, Shelved } from '../library/library.ts';
import type { Podcast } from '../model.ts';
import type { Source, SourceEpisode } from '../sources/source.ts';
import { ahead } from './ahead.ts';
import { failureOf } from './failure.ts';
import type { Identity } from './identity.ts';
import type { Parser } from './parser.ts';
import { hashOf, makeRecord } from './record.ts';
import type { ImportFailure, ImportReport } from './report.ts';

/** While some episodes are shelved, the next ones are read and parsed: so many, while they are not large. */
const episodesAhead = 8;
const bytesAhead = 4 * 1024 * 1024;

/** Together they take less, yet nobody else can write meanwhile. An episode has some 200. */
const segmentsTogether = 2000;

export interface FolderEpisodesOptions {
  readonly podcast: Podcast;
  readonly identity: Identity;
  /** What was on the shelf before. */
  readonly shelved: readonly Shelved[];
  /** Called for each file that has been read, before it is shelved. */
  readonly onEpisode: (file: string) => void;
  readonly signal?: AbortSignal;
}

export interface FolderEpisodes extends Pick<ImportReport, 'added' | 'changed' | 'unchanged' | 'segments'> {
  readonly failed: readonly ImportFailure[];
  /** Absolute paths of the files that are on the shelf now. */
  readonly files: readonly string[];
  /** True where not all were looked at. */
  readonly stopped: boolean;
}

/** A file that fails costs no other; where the library cannot be written, none is looked at any more. */
export async function importFolder(
  desk: Desk,
  parser: Parser,
  source: Source,
  { podcast, identity, shelved, onEpisode, signal }: FolderEpisodesOptions,
): Promise<FolderEpisodes> {
  const before = new Map(shelved.map((episode) => [episode.episodeId, episode]));
  const counts = { added: 0, changed: 0, unchanged: 0, segments: 0 };
  const failed: ImportFailure[] = [];
  const files: string[] = [];

  const read = async (episode: SourceEpisode): Promise<Outcome> => {
    const id = identity.episodeId(episode.path);
    const was = before.get(id);
    try {
      const text = await loadTranscript(episode);
      const contentHash = hashOf(podcast, source, episode, text);
      if (was?.contentHash === contentHash && was.origin === source.origin) return { kind: 'unchanged', episode };
      const record = makeRecord({ podcast, source, episode, id, contentHash }, await parser.parse(text));
      return { kind: was === undefined ? 'added' : 'changed', episode, record };
    } catch (error) {
      return { kind: 'failed', episode, error };
    }
  };
  const count = (outcome: Outcome): void => {
    if (outcome.kind === 'failed') {
      failed.push(failureOf(outcome.error, outcome.episode.file));
      return;
    }
    counts[outcome.kind] += 1;
    if ('record' in outcome) counts.segments += outcome.record.segments.length;
    files.push(join(source.origin, outcome.episode.path));
  };
  /** Shelves them together; where one of them cannot be, one by one. Answers whether the library can be written. */
  const shelve = async (outcomes: Outcomes): Promise<boolean> => {
    const records = outcomes.flatMap((outcome) => ('record' in outcome ? outcome.record : []));
    try {
      if (records.length > 0) await desk.shelve(...records);
    } catch (error) {
      const isOfLibrary = error instanceof VerbatimError && error.code.startsWith('library-');
      if (isOfLibrary || outcomes.length === 1) {
        failed.push(failureOf(error, outcomes[0].episode.file));
        return !isOfLibrary;
      }
      for (const outcome of outcomes) if (!(await shelve([outcome]))) return false;
      return true;
    }
    outcomes.forEach(count);
    return true;
  };

  const inTurn = { most: episodesAhead, room: { size: bytesAhead, sizeOf } };
  for await (const outcomes of ahead(source.episodes, inTurn, read)) {
    for (const together of inGroups(outcomes)) {
      if (signal?.aborted) return { ...counts, failed, files, stopped: true };
      for (const { episode } of together) onEpisode(episode.file);
      if (!(await shelve(together))) return { ...counts, failed, files, stopped: true };
    }
  }
  return { ...counts, failed, files, stopped: false };
}

/** The first offer's text: a file has no other. */
export async function loadTranscript({ file, offers: [offer] }: SourceEpisode): Promise<string> {
  if (offer === undefined) throw new VerbatimError('missing', `${file} has no transcript.`);
  return offer.load();
}

/** What has become of a file, before it is shelved. */
type Outcome = { readonly episode: SourceEpisode } & (
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'added' | 'changed'; readonly record: EpisodeRecord }
  | { readonly kind: 'failed'; readonly error: unknown }
);

type Outcomes = readonly [Outcome, ...Outcome[]];

/** In their order; a group has at most so many segments, or one episode. */
function* inGroups(outcomes: readonly Outcome[]): Generator<Outcomes> {
  let group: [Outcome, ...Outcome[]] | undefined;
  let segments = 0;
  for (const outcome of outcomes) {
    const more = 'record' in outcome ? outcome.record.segments.length : 0;
    if (group !== undefined && segments + more <= segmentsTogether) {
      group.push(outcome);
      segments += more;
      continue;
    }
    if (group !== undefined) yield group;
    group = [outcome];
    segments = more;
  }
  if (group !== undefined) yield group;
}

function sizeOf({ offers: [offer] }: SourceEpisode): number {
  return offer?.size?.() ?? 0;
}

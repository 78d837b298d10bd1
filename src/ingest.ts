// Imports transcripts into the library: reads what changed, shelves each episode whole or not at all, and goes on after
// what failed.

import { join } from 'node:path';
import { VerbatimError } from './errors.ts';
import { ahead } from './ingest/ahead.ts';
import { failureOf } from './ingest/failure.ts';
import { gather } from './ingest/gather.ts';
import { type Identity, identify } from './ingest/identity.ts';
import { hashOf, isSameText, makeRecord, podcastOf } from './ingest/record.ts';
import { leftBehind } from './ingest/removal.ts';
import type { ImportFailure, ImportProgress, ImportReport, ImportRequest } from './ingest/report.ts';
import { openParser } from './ingest/shared-parser.ts';
import type { Desk, EpisodeRecord, Shelved } from './library/library.ts';
import type { Source, SourceEpisode } from './sources/source.ts';

/** While some episodes are shelved, the next ones are read and parsed: so many, while they are not large. */
const episodesAhead = 8;
const bytesAhead = 4 * 1024 * 1024;

/** Together they take less, yet nobody else can write meanwhile. An episode has some 200. */
const segmentsTogether = 2000;

export interface ImportOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Ends the import after the episodes that are just being shelved; what was shelved stays, whole. */
  readonly signal?: AbortSignal;
}

/**
 * What is wrong with a file, or keeps the library from being written, is in the report.
 * @throws VerbatimError where the library cannot even be read.
 */
export async function importPaths(
  desk: Desk,
  { paths, podcast: name }: ImportRequest,
  { onProgress, signal }: ImportOptions = {},
): Promise<ImportReport> {
  const startedAt = performance.now();
  const tally = { added: 0, changed: 0, unchanged: 0, awaiting: 0, removed: 0, segments: 0 };
  const parser = openParser();
  const notes: string[] = [];
  const identities: Identity[] = [];
  const found = new Set<string>();
  const files = new Set<string>();

  const { sources, problems, barren } = await gather(paths);
  const failed: ImportFailure[] = [...problems];
  const total = sources.reduce((sum, source) => sum + source.episodes.length, 0);
  let done = 0;

  /** Whether the rest may be looked at. */
  const importSource = async (source: Source): Promise<boolean> => {
    const shelved = await desk.shelved();
    const identity = await identify(source, name, shelved, (path, before) => isSameFile(source, path, before));
    identities.push(identity);
    if (identity.namesake !== undefined) notes.push(toldApart(source, identity.namesake));
    const podcast = podcastOf(source, identity, name);
    const before = new Map(shelved.map((episode) => [episode.episodeId, episode]));

    const read = async (episode: SourceEpisode): Promise<Outcome> => {
      const id = identity.episodeId(episode.path);
      found.add(id);
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
    /** Shelves them together; where one of them cannot be, one by one. Answers whether the rest may be looked at. */
    const take = async (outcomes: Outcomes): Promise<boolean> => {
      try {
        const records = outcomes.flatMap((outcome) => ('record' in outcome ? outcome.record : []));
        if (records.length > 0) await desk.shelve(...records);
      } catch (error) {
        const isOfLibrary = error instanceof VerbatimError && error.code.startsWith('library-');
        if (isOfLibrary || outcomes.length === 1) {
          failed.push(failureOf(error, outcomes[0].episode.file));
          return !isOfLibrary;
        }
        for (const outcome of outcomes) if (!(await take([outcome]))) return false;
        return true;
      }
      for (const outcome of outcomes) {
        if (outcome.kind === 'failed') {
          failed.push(failureOf(outcome.error, outcome.episode.file));
          continue;
        }
        tally[outcome.kind] += 1;
        if ('record' in outcome) tally.segments += outcome.record.segments.length;
        files.add(join(source.origin, outcome.episode.path));
      }
      return true;
    };
    const inTurn = { most: episodesAhead, room: { size: bytesAhead, sizeOf: sizeOfTranscript } };
    for await (const outcomes of ahead(source.episodes, inTurn, read)) {
      for (const some of inGroups(outcomes, segmentsTogether)) {
        if (signal?.aborted) return false;
        for (const { episode } of some) onProgress?.({ done: done++, total, current: episode.file });
        if (!(await take(some))) return false;
      }
    }
    onProgress?.({ done, total, current: source.name });
    return true;
  };

  let stopped = false;
  try {
    for (const source of sources) {
      stopped = !(await importSource(source));
      if (stopped) break;
    }
  } finally {
    await parser.close();
  }
  try {
    if (!stopped) {
      const gone = await leftBehind(await desk.shelved(), { paths, identities, found, files });
      await desk.remove(gone);
      tally.removed = gone.length;
      await desk.settle();
    }
  } catch (error) {
    failed.push(failureOf(error));
    stopped = true;
  }
  if (tally.removed === 0) failed.push(...barren);
  return { ...tally, failed, notes, seconds: (performance.now() - startedAt) / 1000, stopped };
}

/** What has become of a file, before it is shelved. */
type Outcome = { readonly episode: SourceEpisode } & (
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'added' | 'changed'; readonly record: EpisodeRecord }
  | { readonly kind: 'failed'; readonly error: unknown }
);

type Outcomes = readonly [Outcome, ...Outcome[]];

/** In their order; a group has at most so many segments, or one episode. */
function* inGroups(outcomes: readonly Outcome[], mostSegments: number): Generator<Outcomes> {
  let group: [Outcome, ...Outcome[]] | undefined;
  let segments = 0;
  for (const outcome of outcomes) {
    const more = 'record' in outcome ? outcome.record.segments.length : 0;
    if (group !== undefined && segments + more <= mostSegments) {
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

async function loadTranscript(episode: SourceEpisode): Promise<string> {
  const [offer] = episode.offers;
  if (offer === undefined) throw new VerbatimError('missing', `${episode.file} has no transcript.`);
  return offer.load();
}

function sizeOfTranscript({ offers: [offer] }: SourceEpisode): number {
  return offer?.size?.() ?? 0;
}

async function isSameFile(source: Source, path: string, before: Shelved): Promise<boolean> {
  const episode = source.episodes.find((candidate) => candidate.path === path);
  if (episode === undefined) return false;
  return loadTranscript(episode).then(
    (text) => isSameText(before, text),
    () => false,
  );
}

function toldApart(source: Source, namesake: string): string {
  return (
    `Another podcast called "${source.name}" was imported from ${namesake}; the one in ${source.origin} is kept apart from it. ` +
    'To make them one, import both with the same --podcast NAME.'
  );
}

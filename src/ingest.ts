// Imports transcripts into the library: reads what changed, shelves each episode whole or not at all, and goes on after
// what failed.

import { join } from 'node:path';
import { VerbatimError } from './errors.ts';
import { type Identity, identify } from './ingest/identity.ts';
import { hashOf, isSameText, makeRecord, podcastOf } from './ingest/record.ts';
import { leftBehind } from './ingest/removal.ts';
import type { ImportFailure, ImportProgress, ImportReport, ImportRequest } from './ingest/report.ts';
import type { Desk, Shelved } from './library/library.ts';
import type { Podcast } from './model.ts';
import { openFolder } from './sources/folder.ts';
import type { Source, SourceEpisode } from './sources/source.ts';
import { known } from './text/known.ts';

export interface ImportOptions {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Ends the import after the episode under way; what was shelved stays, whole. */
  readonly signal?: AbortSignal;
}

/** Never rejects for what is wrong with a file or with the library: that is in the report. */
export async function importPaths(
  desk: Desk,
  { paths, podcast: name }: ImportRequest,
  { onProgress, signal }: ImportOptions = {},
): Promise<ImportReport> {
  const startedAt = performance.now();
  const tally = { added: 0, changed: 0, unchanged: 0, removed: 0, segments: 0 };
  const failed: ImportFailure[] = [];
  const notes: string[] = [];
  const identities: Identity[] = [];
  const found = new Set<string>();
  const files = new Set<string>();

  const { sources, barren } = await openAll(paths, failed);
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

    for (const episode of source.episodes) {
      if (signal?.aborted) return false;
      onProgress?.({ done, total, current: episode.file });
      const id = identity.episodeId(episode.path);
      found.add(id);
      try {
        const outcome = await importEpisode(desk, podcast, source, episode, id, before.get(id));
        tally[outcome.kind] += 1;
        tally.segments += outcome.segments;
        files.add(join(source.origin, episode.path));
      } catch (error) {
        failed.push(failureOf(error, episode.file));
        if (error instanceof VerbatimError && error.code.startsWith('library-')) return false;
      }
      done += 1;
    }
    onProgress?.({ done, total, current: source.name });
    return true;
  };

  let stopped = false;
  for (const source of sources) {
    stopped = !(await importSource(source));
    if (stopped) break;
  }
  if (!stopped) {
    const gone = await leftBehind(await desk.shelved(), { paths, identities, found, files });
    await desk.remove(gone);
    tally.removed = gone.length;
    if (gone.length === 0) failed.push(...barren);
  }
  if (!stopped) {
    try {
      await desk.settle();
    } catch (error) {
      failed.push(failureOf(error));
    }
  }
  return { ...tally, failed, notes, seconds: (performance.now() - startedAt) / 1000, stopped };
}

/** All that is found at the paths; what cannot be opened is told and left out. */
async function openAll(paths: readonly string[], failed: ImportFailure[]) {
  const sources = new Map<string, Source>();
  const barren: ImportFailure[] = [];
  for (const path of paths) {
    try {
      const opened = await openFolder(path);
      for (const source of opened.sources) {
        sources.set(source.origin, merge(sources.get(source.origin), source));
        failed.push(...source.problems.map((problem) => failureOf(problem)));
      }
      failed.push(...opened.problems.map((problem) => failureOf(problem)));
      if (opened.sources.length === 0 && opened.problems.length === 0) barren.push(failureOf(nothingAt(path)));
    } catch (error) {
      failed.push(failureOf(error, path));
    }
  }
  return { sources: [...sources.values()], barren };
}

/** The same folder may be named twice, or a part of it beside the whole. */
function merge(one: Source | undefined, other: Source): Source {
  if (one === undefined) return other;
  const episodes = new Map([...one.episodes, ...other.episodes].map((episode) => [episode.path, episode]));
  return { ...one, episodes: [...episodes.values()] };
}

async function importEpisode(
  desk: Desk,
  podcast: Podcast,
  source: Source,
  episode: SourceEpisode,
  id: string,
  before: Shelved | undefined,
): Promise<{ kind: 'added' | 'changed' | 'unchanged'; segments: number }> {
  const text = await episode.load();
  const contentHash = hashOf(podcast, source, episode, text);
  if (before?.contentHash === contentHash && before.origin === source.origin) return { kind: 'unchanged', segments: 0 };
  const record = makeRecord(podcast, source, episode, id, text, contentHash);
  await desk.shelve(record);
  return { kind: before === undefined ? 'added' : 'changed', segments: record.segments.length };
}

async function isSameFile(source: Source, path: string, before: Shelved): Promise<boolean> {
  const episode = source.episodes.find((candidate) => candidate.path === path);
  if (episode === undefined) return false;
  return episode.load().then(
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

function nothingAt(path: string): VerbatimError {
  return new VerbatimError(
    'missing',
    `${path} holds no transcripts. Name a transcript, a folder of transcripts, or a folder of such folders.`,
    { file: path },
  );
}

function failureOf(error: unknown, file?: string): ImportFailure {
  if (error instanceof VerbatimError) {
    const { code, message, line } = error;
    return { code, reason: message, ...known({ file: error.file ?? file, line }) };
  }
  const reason = error instanceof Error ? error.message : String(error);
  return { code: 'unexpected', reason: `${file ?? 'It'} could not be imported: ${reason}`, ...known({ file }) };
}

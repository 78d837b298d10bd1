// Imports transcripts into the library: reads what changed, shelves each episode whole or not at all, and goes on after
// what failed.

import { failureOf } from './ingest/failure.ts';
import { importFolder, loadTranscript } from './ingest/folder-episodes.ts';
import { gather } from './ingest/gather.ts';
import { type Identity, identify } from './ingest/identity.ts';
import { isSameText, podcastOf } from './ingest/record.ts';
import { leftBehind } from './ingest/removal.ts';
import type { ImportFailure, ImportProgress, ImportReport, ImportRequest } from './ingest/report.ts';
import { openParser } from './ingest/shared-parser.ts';
import type { Desk, Shelved } from './library/library.ts';
import type { Source } from './sources/source.ts';

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
  const parser = openParser();
  const tally = { added: 0, changed: 0, unchanged: 0, awaiting: 0, removed: 0, segments: 0 };
  const notes: string[] = [];
  const identities: Identity[] = [];
  const found = new Set<string>();
  const files = new Set<string>();
  const { opened, sources, problems, barren } = await gather(paths);
  const failed: ImportFailure[] = [...problems];
  const total = sources.reduce((sum, source) => sum + source.episodes.length, 0);
  let done = 0;
  let stopped = false;

  try {
    for (const source of sources) {
      const shelved = await desk.shelved();
      const identity = await identify(source, name, shelved, (path, before) => isSameFile(source, path, before));
      identities.push(identity);
      for (const { path } of source.episodes) found.add(identity.episodeId(path));
      if (identity.namesake !== undefined) notes.push(toldApart(source, identity.namesake));
      const imported = await importFolder(desk, parser, source, {
        podcast: podcastOf(source, identity, name),
        identity,
        shelved,
        onEpisode: (current) => onProgress?.({ done: done++, total, current }),
        ...(signal === undefined ? {} : { signal }),
      });
      for (const kind of ['added', 'changed', 'unchanged', 'segments'] as const) tally[kind] += imported[kind];
      failed.push(...imported.failed);
      for (const file of imported.files) files.add(file);
      stopped = imported.stopped;
      if (stopped) break;
      onProgress?.({ done, total, current: source.name });
    }
  } finally {
    await parser.close();
  }
  try {
    if (!stopped) {
      // A disk that is not there just now takes nothing along: only what lay below a path that is there is gone.
      const gone = await leftBehind(await desk.shelved(), { paths: opened, identities, found, files });
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

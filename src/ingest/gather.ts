// Opens everything that an import was asked for, before any of it is read.

import { VerbatimError } from '../errors.ts';
import { findPodcasts } from '../sources/folder.ts';
import type { Source } from '../sources/source.ts';
import { failureOf } from './failure.ts';
import type { ImportFailure } from './report.ts';

export interface Gathered {
  /** Those of the paths that are there. */
  readonly opened: readonly string[];
  readonly sources: readonly Source[];
  /** What could not be opened, and what is wrong with the sources themselves. */
  readonly problems: readonly ImportFailure[];
  /** Paths with nothing in them: a failure, unless that is how they come to be emptied. */
  readonly barren: readonly ImportFailure[];
}

export async function gather(paths: readonly string[]): Promise<Gathered> {
  const sources = new Map<string, Source>();
  const problems: ImportFailure[] = [];
  const barren: ImportFailure[] = [];
  const opened: string[] = [];
  for (const path of paths) {
    try {
      const found = await findPodcasts(path);
      opened.push(path);
      for (const source of found.sources) {
        sources.set(source.origin, merge(sources.get(source.origin), source));
        problems.push(...source.problems.map((problem) => failureOf(problem)));
      }
      problems.push(...found.problems.map((problem) => failureOf(problem)));
      if (found.sources.length === 0 && found.problems.length === 0) barren.push(failureOf(nothingAt(path)));
    } catch (error) {
      problems.push(failureOf(error, path));
    }
  }
  return { opened, sources: [...sources.values()], problems, barren };
}

/** The same folder may be named twice, or a part of it beside the whole. */
function merge(one: Source | undefined, other: Source): Source {
  if (one === undefined) return other;
  const episodes = new Map([...one.episodes, ...other.episodes].map((episode) => [episode.path, episode]));
  return { ...one, episodes: [...episodes.values()] };
}

function nothingAt(path: string): VerbatimError {
  return new VerbatimError(
    'missing',
    `${path} holds no transcripts. Name a transcript, a folder of transcripts, or a folder of such folders.`,
    { file: path },
  );
}

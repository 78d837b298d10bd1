// Which episodes on the shelf an import leaves without a file: deleted ones, and those now known under another id.

import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Shelved } from '../library/library.ts';
import { isFileGone } from '../sources/folder.ts';
import { type Identity, pathOf } from './identity.ts';

export interface Imported {
  /** The paths that were named, and are there. */
  readonly paths: readonly string[];
  /** Who the sources found there are. */
  readonly identities: readonly Identity[];
  /** Ids of all episodes found, also those that could not be read. */
  readonly found: ReadonlySet<string>;
  /** Absolute paths of the files that are on the shelf now. */
  readonly files: ReadonlySet<string>;
}

/** Only what lay below the paths, or in a folder recognised at another place, and only where the file itself is gone. */
export async function leftBehind(shelved: readonly Shelved[], imported: Imported): Promise<string[]> {
  const gone: string[] = [];
  for (const episode of shelved) {
    // A feed's episodes are no files.
    if (imported.found.has(episode.episodeId) || !isAbsolute(episode.origin)) continue;
    const file = join(episode.origin, pathOf(episode));
    const looked =
      imported.paths.some((path) => isBelow(file, path)) || imported.identities.some(({ owns }) => owns(episode));
    if (imported.files.has(file) || (looked && (await isFileGone(episode.origin, pathOf(episode))))) {
      gone.push(episode.episodeId);
    }
  }
  return gone;
}

function isBelow(file: string, path: string): boolean {
  const way = relative(resolve(path), file);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

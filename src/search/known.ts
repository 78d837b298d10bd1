// What search remembers of the library until something is imported: its names, languages and size.

import type { Library, LibraryStats } from '../library/library.ts';
import type { Named } from '../library/word-index.ts';
import { bare } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import type { NamedSpeaker } from './group.ts';

export type NameKind = 'speaker' | 'episode' | 'podcast';

export interface KnownName extends Named {
  /** The words of the name, plain. */
  readonly words: readonly string[];
}

export interface Known {
  readonly stats: LibraryStats;
  readonly languages: readonly string[];
  /** The speakers one of whose names this is. */
  readonly speakersNamed: (word: string) => readonly NamedSpeaker[];
  readonly names: (kind: NameKind) => Promise<readonly KnownName[]>;
}

/** The words of a name, plain. */
export function nameWords(name: string): string[] {
  return wordsOf(name).map(({ written }) => bare(written));
}

/** Asks the library again only after it was written to. */
export function createMemory(library: Library): () => Promise<Known> {
  let revision: number | undefined;
  let known: Promise<Known> | undefined;
  return async () => {
    const now = await library.revision();
    if (known === undefined || now !== revision) {
      known = look(library);
      revision = now;
    }
    return known;
  };
}

async function look(library: Library): Promise<Known> {
  const read = new Map<NameKind, Promise<readonly KnownName[]>>();
  const names = (kind: NameKind): Promise<readonly KnownName[]> => {
    const found = read.get(kind) ?? library.names(kind).then((all) => all.map(known));
    read.set(kind, found);
    return found;
  };
  const [stats, languages, speakers] = await Promise.all([library.stats(), library.languages(), names('speaker')]);
  const byWord = new Map<string, KnownName[]>();
  for (const speaker of speakers) {
    for (const word of new Set(speaker.words)) {
      if (word.length > 2) byWord.set(word, [...(byWord.get(word) ?? []), speaker]);
    }
  }
  return { stats, languages, speakersNamed: (word) => byWord.get(bare(word)) ?? [], names };
}

function known(named: Named): KnownName {
  return { ...named, words: nameWords(named.name) };
}

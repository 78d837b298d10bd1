// What search remembers of the library until something is imported: its names, languages and size.

import type { Library, LibraryStats } from '../library/library.ts';
import type { Named } from '../library/word-index.ts';
import { bare } from '../text/fold.ts';
import { wordsOf } from '../text/words.ts';
import type { NamedSpeaker } from './group.ts';

export interface Known {
  readonly stats: LibraryStats;
  readonly languages: readonly string[];
  speakersNamed(word: string): readonly NamedSpeaker[];
}

/** The words of a name, plain. */
export function nameWords(name: string): string[] {
  return wordsOf(name).map(({ written }) => bare(written));
}

/** Asks the library again only after it was written to. */
export function createMemory(library: Library): () => Promise<Known> {
  let revision: number | undefined;
  let known: Known | undefined;
  return async () => {
    const now = await library.revision();
    if (known === undefined || now !== revision) {
      known = await look(library);
      revision = now;
    }
    return known;
  };
}

async function look(library: Library): Promise<Known> {
  const [stats, languages, speakers] = await Promise.all([
    library.stats(),
    library.languages(),
    library.names('speaker'),
  ]);
  const byWord = new Map<string, Named[]>();
  for (const speaker of speakers) {
    for (const word of new Set(nameWords(speaker.name))) {
      if (word.length > 2) byWord.set(word, [...(byWord.get(word) ?? []), speaker]);
    }
  }
  return { stats, languages, speakersNamed: (word) => byWord.get(bare(word)) ?? [] };
}

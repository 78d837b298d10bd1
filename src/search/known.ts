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
  // While episodes come in one after the other, names mostly stay.
  const withWords = whileSame((all: readonly Named[]) => all.map(toKnown));
  const wordsOfSpeakers = whileSame(byWord);

  const look = async (): Promise<Known> => {
    const names = async (kind: NameKind) => withWords(kind, await library.names(kind));
    const [stats, languages, speakers] = await Promise.all([library.stats(), library.languages(), names('speaker')]);
    const speakersByWord = wordsOfSpeakers('speaker', speakers);
    return { stats, languages, speakersNamed: (word) => speakersByWord.get(bare(word)) ?? [], names };
  };
  return async () => {
    const now = await library.revision();
    if (known === undefined || now !== revision) {
      known = look();
      revision = now;
      // What could not be read just now may be there for the next question.
      const failing = known;
      failing.catch(() => {
        if (known === failing) known = undefined;
      });
    }
    return known;
  };
}

/** Makes something of names again only where they are not those it was made of last. */
function whileSame<From extends object, To>(make: (from: From) => To): (kind: NameKind, from: From) => To {
  const made = new Map<NameKind, { readonly from: From; readonly to: To }>();
  return (kind, from) => {
    const last = made.get(kind);
    if (last?.from === from) return last.to;
    const to = make(from);
    made.set(kind, { from, to });
    return to;
  };
}

function byWord(speakers: readonly KnownName[]): ReadonlyMap<string, readonly KnownName[]> {
  const named = new Map<string, KnownName[]>();
  for (const speaker of speakers) {
    for (const word of new Set(speaker.words)) {
      if (word.length > 2) named.set(word, [...(named.get(word) ?? []), speaker]);
    }
  }
  return named;
}

function toKnown(named: Named): KnownName {
  return { ...named, words: nameWords(named.name) };
}

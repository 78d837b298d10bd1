// Counts what a search asks of its library: the same on every machine, however busy it is.

import type { Library } from '../../src/library/library.ts';

export interface Work {
  /** Questions to the lexicon, and the spelling keys looked up in it. */
  lookups: number;
  keys: number;
  /** Questions to the full-text index, the parts they are made of, and the segments they gave. */
  questions: number;
  parts: number;
  segments: number;
  /** Segments whose text was read. */
  texts: number;
}

export const noWork = (): Work => ({ lookups: 0, keys: 0, questions: 0, parts: 0, segments: 0, texts: 0 });

/** The library, counting into `work`. */
export function countWork(library: Library, work: Work): Library {
  const counting: Partial<Library> = {
    lexicon: (query) => {
      work.lookups++;
      return library.lexicon(query);
    },
    neighbours: (keys, limit) => {
      work.lookups++;
      work.keys += keys.length;
      return library.neighbours(keys, limit);
    },
    candidates: async (query) => {
      const found = await library.candidates(query);
      work.questions++;
      work.parts += partsOf(query.wanted);
      work.segments += found.length;
      return found;
    },
    placed: (segments) => {
      work.texts += segments.length;
      return library.placed(segments);
    },
  };
  return new Proxy(library, {
    get: (whole, name, self) => {
      const own: unknown = Reflect.get(counting, name);
      const value: unknown = own ?? Reflect.get(whole, name, self);
      return typeof value === 'function' ? value.bind(whole) : value;
    },
  });
}

/** A question is an object of lists within lists: each innermost value is a part. */
function partsOf(wanted: unknown): number {
  if (typeof wanted !== 'object' || wanted === null) return 1;
  return Object.values(wanted).reduce((sum: number, value: unknown) => sum + partsOf(value), 0);
}

// Who is measured: this search, and what a weekend bot would be built on, each as its documentation recommends.

import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { createSearch } from '../../src/search/create-search.ts';
import type { BenchSegment } from './segments.ts';

/** What was found, best first. */
export type Ask = (query: string) => Promise<readonly Pick<BenchSegment, 'source' | 'text'>[]>;

export interface Contender {
  readonly title: string;
  /** Of each kind of question, so many are asked: some take seconds for one. */
  readonly questions: number;
  /** Reads or makes its index. */
  readonly prepare: (segments: () => readonly BenchSegment[], libraryFile: string) => Promise<Ask>;
}

const wanted = 10;

export const contenders: Readonly<Record<string, Contender>> = {
  verbatim: {
    title: 'Verbatim',
    questions: Number.POSITIVE_INFINITY,
    prepare: async (_, libraryFile) => {
      const search = createSearch(await openLibrary(libraryFile, { access: 'read' }));
      return async (words) =>
        (await search.quotes({ words, offset: 0, limit: wanted })).hits.map(({ episode, segment }) => ({
          source: episode.source,
          text: segment.text,
        }));
    },
  },
  minisearch: {
    title: 'MiniSearch (fuzzy 0.2, prefix)',
    questions: 20,
    prepare: async (segments) => {
      const all = segments();
      const index = new MiniSearch({ fields: ['text'], searchOptions: { fuzzy: 0.2, prefix: true } });
      index.addAll(all);
      return withSpeaker(all, (words) => index.search(words).map(({ id }) => Number(id)));
    },
  },
  orama: {
    title: 'Orama (tolerance 1)',
    questions: 20,
    prepare: async (segments) => {
      const all = segments();
      const index = create({ schema: { text: 'string', number: 'number' } });
      await insertMultiple(
        index,
        all.map(({ id, text }) => ({ text, number: id })),
        1000,
      );
      return withSpeaker(all, async (term) => {
        const { hits } = await oramaSearch(index, { term, tolerance: 1, properties: ['text'], limit: 200 });
        return hits.map(({ document }) => document.number);
      });
    },
  },
  'fuse-tokens': {
    title: 'fuse.js token search',
    questions: 3,
    prepare: async (segments) => {
      const all = segments();
      const fuse = new Fuse(all, { keys: ['text'], useTokenSearch: true, ignoreLocation: true });
      return withSpeaker(all, (words) => fuse.search(words).map(({ item }) => item.id));
    },
  },
  fuse: {
    title: 'fuse.js over segments',
    questions: 3,
    prepare: async (segments) => {
      const all = segments();
      const fuse = new Fuse(all, { keys: ['text'], ignoreLocation: true, threshold: 0.4 });
      return withSpeaker(all, (words) => fuse.search(words).map(({ item }) => item.id));
    },
  },
};

/** None of them knows `from:`: its answers are taken from what the others found. */
function withSpeaker(
  segments: readonly BenchSegment[],
  find: (words: string) => readonly number[] | Promise<readonly number[]>,
): Ask {
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  return async (query) => {
    const speaker = /from:(\S+)/.exec(query)?.[1];
    const found = await find(query.replace(/from:\S+/, '').trim());
    return found
      .flatMap((id) => byId.get(id) ?? [])
      .filter(({ speaker: name }) => speaker === undefined || name?.toLowerCase().includes(speaker))
      .slice(0, wanted);
  };
}

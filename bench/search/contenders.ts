// Who is measured: this search, and what a weekend bot would be built on, each as its documentation recommends.

import { create, insertMultiple, search as oramaSearch, save } from '@orama/orama';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { openLibrary } from '../../src/library/sqlite/open.ts';
import { createSearch } from '../../src/search/create-search.ts';
import type { BenchSegment } from './segments.ts';
import { type Counted, countSteps } from './steps.ts';

/** What was found, best first. */
export type Ask = (query: string) => Promise<readonly Pick<BenchSegment, 'source' | 'text'>[]>;

export interface Contender {
  readonly title: string;
  /** Of each kind of question, so many are asked: some take seconds for one. */
  readonly questions: number;
  /** Whether it makes its index of all segments when it starts; else it opens the library. */
  readonly reads: boolean;
  readonly prepare: (segments: readonly BenchSegment[], libraryFile: string) => Promise<Ready>;
}

export interface Ready {
  readonly ask: Ask;
  /** What it could keep of its index. */
  readonly kept?: () => unknown;
  /** What its steps took since it was asked last. */
  readonly spent?: Counted['spent'];
}

const wanted = 10;

export const contenders: Readonly<Record<string, Contender>> = {
  verbatim: {
    title: 'Verbatim',
    questions: Number.POSITIVE_INFINITY,
    reads: false,
    prepare: async (_, libraryFile) => {
      const { library, spent } = countSteps(await openLibrary(libraryFile, { access: 'read' }));
      const search = createSearch(library);
      const ask: Ask = async (words) =>
        (await search.quotes({ words, offset: 0, limit: wanted })).hits.map(({ episode, segment }) => ({
          source: episode.source,
          text: segment.text,
        }));
      return { ask, spent };
    },
  },
  minisearch: {
    title: 'MiniSearch (fuzzy 0.2, prefix)',
    questions: 20,
    reads: true,
    prepare: async (all) => {
      const index = new MiniSearch({ fields: ['text'], searchOptions: { fuzzy: 0.2, prefix: true } });
      index.addAll(all);
      return {
        ask: withSpeaker(all, (words) => index.search(words).map(({ id }) => Number(id))),
        kept: () => index.toJSON(),
      };
    },
  },
  orama: {
    title: 'Orama (tolerance 1)',
    questions: 5,
    reads: true,
    prepare: async (all) => {
      const index = create({ schema: { text: 'string', number: 'number' } });
      await insertMultiple(
        index,
        all.map(({ id, text }) => ({ text, number: id })),
        1000,
      );
      const find = async (term: string) => {
        const { hits } = await oramaSearch(index, { term, tolerance: 1, properties: ['text'], limit: 200 });
        return hits.map(({ document }) => document.number);
      };
      return { ask: withSpeaker(all, find), kept: () => save(index) };
    },
  },
  'fuse-tokens': {
    title: 'fuse.js token search',
    questions: 3,
    reads: true,
    prepare: async (all) => {
      const fuse = new Fuse(all, { keys: ['text'], useTokenSearch: true, ignoreLocation: true });
      return {
        ask: withSpeaker(all, (words) => fuse.search(words).map(({ item }) => item.id)),
        kept: () => fuse.getIndex(),
      };
    },
  },
  fuse: {
    title: 'fuse.js over segments',
    questions: 3,
    reads: true,
    prepare: async (all) => {
      const fuse = new Fuse(all, { keys: ['text'], ignoreLocation: true, threshold: 0.4 });
      return {
        ask: withSpeaker(all, (words) => fuse.search(words).map(({ item }) => item.id)),
        kept: () => fuse.getIndex(),
      };
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

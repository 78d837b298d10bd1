// Search over a library: each of the port's questions goes to the file that answers it.

import type { Library } from '../library/library.ts';
import { answer } from './answer.ts';
import { plainHit } from './hits.ts';
import { createMemory } from './known.ts';
import { offeredQuote, readOffered } from './offered.ts';
import type { Search } from './search.ts';

export function createSearch(library: Library): Search {
  const known = createMemory(library);
  // What not every run needs is loaded when it is asked for: the first answer in a terminal must not wait for it.
  const ranked = async (kind: 'speaker' | 'episode' | 'podcast', typed: string, limit: number) => {
    const { rankNames } = await import('./names.ts');
    return rankNames(typed, await (await known()).names(kind), limit);
  };
  return {
    quotes: async (request) => answer(request, library, await known()),
    quote: async (segmentId) => {
      const picked = readOffered(segmentId);
      const placed = await library.segment(picked?.segmentId ?? segmentId);
      if (placed === undefined || picked === undefined) return placed && plainHit(placed);
      return { ...placed, quote: offeredQuote(placed, picked.places), score: 0 };
    },
    random: async (filters) => {
      const { randomQuote } = await import('./random.ts');
      return randomQuote(filters, library, await known());
    },
    suggestQuotes: async (typed, filters, limit) => {
      const { suggestQuotes } = await import('./suggest.ts');
      return suggestQuotes(typed, filters, limit, library, await known());
    },
    speakers: async (typed, limit) => {
      if (typed.trim() === '') return (await library.speakers({ offset: 0, limit })).items;
      const found = await ranked('speaker', typed, limit);
      return present(await Promise.all(found.map(({ id }) => library.speaker(id))));
    },
    episodes: async (typed, limit) => {
      if (typed.trim() === '') return (await library.episodes({}, { offset: 0, limit })).items;
      const ids = (await ranked('episode', typed, limit)).map(({ id }) => id);
      return ids.length === 0 ? [] : (await library.episodes({ ids }, { offset: 0, limit })).items;
    },
    podcasts: async (typed, limit) => {
      const podcasts = await library.podcasts();
      if (typed.trim() === '') return podcasts.slice(0, limit);
      const found = await ranked('podcast', typed, limit);
      return present(found.map(({ id }) => podcasts.find((podcast) => podcast.id === id)));
    },
    tellingWords: async (of, limit) => {
      const { tellingWords } = await import('./telling-words.ts');
      const scope = 'episodeId' in of ? { episodeIds: [of.episodeId] } : { speakerIds: [of.speakerId] };
      return tellingWords(scope, limit, library, await known());
    },
  };
}

function present<T>(items: readonly (T | undefined)[]): readonly T[] {
  return items.filter((item) => item !== undefined);
}

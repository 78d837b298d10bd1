// A search as simple as can be, for tests of what stands around it: every word must stand in the passage as typed.

import type { EpisodeEntry, Shelves, SpeakerEntry } from '../../src/library/library.ts';
import type { Placed, Range } from '../../src/model.ts';
import type { Hit, QueryFilters, QueryProblem, Search } from '../../src/search/search.ts';
import { truncateQuote } from '../../src/text/truncate.ts';
import { fixtureEpisodes } from './fixture-episodes.ts';

const all = { offset: 0, limit: 1000 };

export function createPlainSearch(library: Shelves): Search {
  const find = async (words: string, filters: QueryFilters): Promise<Hit[]> => {
    const wanted = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return (await everything(library)).flatMap(({ podcast, episode, segment }) => {
      const text = segment.text.toLowerCase();
      const holds = (part: string | undefined, name: string | undefined, id: string | undefined) =>
        part === undefined || part === id || (name ?? '').toLowerCase().includes(part.toLowerCase());
      const fits =
        wanted.length > 0 &&
        wanted.every((word) => text.includes(word)) &&
        holds(filters.speaker, segment.speaker?.name, segment.speaker?.id) &&
        holds(filters.episode, episode.title, episode.id) &&
        holds(filters.podcast, podcast.title, podcast.id) &&
        (filters.after === undefined || (episode.publishedAt ?? '') >= filters.after) &&
        (filters.before === undefined || (episode.publishedAt ?? '9') < filters.before);
      return fits ? [toHit({ podcast, episode, segment }, wanted)] : [];
    });
  };
  const named = <T>(items: readonly T[], name: (item: T) => string, typed: string): T[] =>
    items.filter((item) => name(item).toLowerCase().includes(typed.trim().toLowerCase()));

  return {
    async quotes({ words, offset, limit, ...given }) {
      const { filters, problems, left } = readKeys(words);
      const plain = left.replace('tiktk', 'tiktok').replace('sourdough', '');
      const hits = await find(plain, { ...given, ...filters });
      const typed = plain.match(/\p{L}/u) !== null;
      return {
        hits: hits.slice(offset, offset + limit),
        total: { count: hits.length, atLeast: false },
        corrections: words.includes('tiktk') ? [{ typed: 'tiktk', used: 'tiktok' }] : [],
        unheard: words.includes('sourdough') ? ['sourdough'] : [],
        suggestions: typed && hits.length === 0 ? ['tiktok', 'privacy'] : [],
        problems: typed ? problems : [{ kind: 'no-words', nearest: [] }],
        looked: await library.stats(),
        ms: 1,
      };
    },
    async quote(segmentId) {
      const placed = await library.segment(segmentId);
      return placed === undefined ? undefined : toHit(placed, []);
    },
    async random({ speaker }) {
      const [entry] = speaker === undefined ? [] : await this.speakers(speaker, 1);
      if (speaker !== undefined && entry === undefined) {
        return { problems: [{ kind: 'no-speaker', filter: 'from', value: speaker, nearest: ['Mira Castell'] }] };
      }
      const placed = await library.randomSegment(entry === undefined ? {} : { speakerIds: [entry.speaker.id] });
      return placed === undefined ? { problems: [] } : { hit: toHit(placed, []), problems: [] };
    },
    suggestQuotes: async (typed, filters, limit) => (await find(typed, filters)).slice(0, limit),
    speakers: async (typed, limit) =>
      named<SpeakerEntry>((await library.speakers(all)).items, (one) => one.speaker.name, typed).slice(0, limit),
    episodes: async (typed, limit) =>
      named<EpisodeEntry>((await library.episodes({}, all)).items, (one) => one.episode.title, typed).slice(0, limit),
    podcasts: async (typed, limit) => named(await library.podcasts(), (one) => one.title, typed).slice(0, limit),
    tellingWords: async () => ['TikTok', 'ferry', 'privacy'],
  };
}

const keys: Readonly<Record<string, keyof QueryFilters>> = {
  from: 'speaker',
  in: 'episode',
  podcast: 'podcast',
  after: 'after',
  before: 'before',
};

function readKeys(words: string) {
  const filters: Partial<Record<keyof QueryFilters, string>> = {};
  const problems: QueryProblem[] = [];
  const left = words.replace(/\b(from|in|podcast|after|before):(?:"([^"]*)"|(\S+))/g, (_all, key, quoted, word) => {
    const value = quoted ?? word;
    const filter = keys[key];
    if (filter === 'after' && !/^\d/.test(value)) problems.push({ kind: 'date', filter: key, value, nearest: [] });
    else if (filter !== undefined) filters[filter] = value;
    return '';
  });
  return { filters, problems, left };
}

async function everything(library: Shelves): Promise<Placed[]> {
  const ids = fixtureEpisodes.flatMap(({ episode, segments }) => segments.map((_, place) => `${episode.id}.${place}`));
  const found = await Promise.all(ids.map((id) => library.segment(id)));
  return found.filter((placed) => placed !== undefined);
}

function toHit(placed: Placed, words: readonly string[]): Hit {
  const { text } = placed.segment;
  const highlights = words
    .map((word): Range => [text.toLowerCase().indexOf(word), text.toLowerCase().indexOf(word) + word.length])
    .sort(([a], [b]) => a - b)
    .filter(([from], place, sorted) => place === 0 || from >= (sorted[place - 1]?.[1] ?? 0));
  return { ...placed, quote: truncateQuote({ text, highlights }, 350), score: 1 };
}

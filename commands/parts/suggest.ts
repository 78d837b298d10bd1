// What options offer while somebody types: real quotes, people, episodes, podcasts and dates.

import type { Context, Suggestion } from '../../src/bot/command.ts';
import { quotedMoment } from '../../src/links/quoted-moment.ts';
import type { Range } from '../../src/model.ts';
import type { OptionValue } from '../../src/reply/reply.ts';
import type { Hit, QueryFilters } from '../../src/search/search.ts';
import { truncate, truncateAround } from '../../src/text/truncate.ts';
import { pickValue } from './picked.ts';
import { momentTime } from './place-links.ts';

type Given = Readonly<Record<string, OptionValue>>;

/** Discord's limit for what a suggestion reads: 100 characters. */
const mostCharacters = 100;
const mostSuggestions = 25;
const mostQuotes = 10;

/** Real quotes, from the second letter on; the value picks that very passage. */
export async function suggestQuotes(typed: string, given: Given, context: Context): Promise<readonly Suggestion[]> {
  if (typed.trim().length < 2) return [];
  const hits = await context.search.suggestQuotes(typed, givenFilters(given), mostQuotes);
  return hits.map((hit) => ({
    label: quoteLabel(hit, context),
    value: pickValue(hit.segment.id, hit.quote.text.replace(/^…\s*|\s*…$/g, '')),
  }));
}

/** `Paul: … the data is worth more than … · TikTok and data 12:04` */
function quoteLabel({ segment, episode, quote }: Hit, { messages }: Context): string {
  const speaker = segment.speaker === undefined ? '' : `${truncate(segment.speaker.name, 24)}: `;
  const time = momentTime(quotedMoment(segment, quote.text), messages);
  const made = episode.transcript === 'machine-made' ? ` · ${messages.suggest.machineMade}` : '';
  const place = ` · ${truncate(episode.title, 28)}${time === undefined ? '' : ` ${time}`}${made}`;
  const room = mostCharacters - speaker.length - place.length;
  const line = quote.text.replace(/\s/g, ' ');
  return `${speaker}${truncateAround(line, room, matched(quote.highlights, room))}${place}`;
}

/** From the first word that matched to the last that can stand on the same line. */
function matched(highlights: readonly Range[], room: number): Range {
  const start = highlights[0]?.[0] ?? 0;
  const ends = highlights.map(([, end]) => end).filter((end) => end - start <= room - 2);
  return [start, ends.at(-1) ?? start];
}

export async function suggestSpeakers(typed: string, _given: Given, context: Context): Promise<readonly Suggestion[]> {
  const found = await context.search.speakers(typed, mostSuggestions);
  return found.map(({ speaker, episodes }) => ({
    label: context.messages.suggest.speaker(truncate(speaker.name, 80), episodes),
    value: speaker.name.length <= mostCharacters ? speaker.name : pickValue(speaker.id, speaker.name),
  }));
}

export async function suggestEpisodes(typed: string, _given: Given, context: Context): Promise<readonly Suggestion[]> {
  const found = await context.search.episodes(typed, mostSuggestions);
  return found.map(({ episode }) => {
    const date = episode.publishedAt === undefined ? '' : ` · ${context.messages.format.date(episode.publishedAt)}`;
    return {
      label: `${truncate(episode.title, mostCharacters - date.length)}${date}`,
      value: pickValue(episode.id, episode.title),
    };
  });
}

/** Titles as words to search with; what is picked need not be the only one. */
export async function suggestTitles(typed: string, _given: Given, context: Context): Promise<readonly Suggestion[]> {
  const found = await context.search.episodes(typed, mostSuggestions);
  return found.map(({ episode }) => {
    const title = truncate(episode.title, mostCharacters);
    return { label: title, value: title.replace(/…$/, '') };
  });
}

export async function suggestPodcasts(typed: string, _given: Given, context: Context): Promise<readonly Suggestion[]> {
  const found = await context.search.podcasts(typed, mostSuggestions);
  return found.map((podcast) => ({
    label: truncate(podcast.title, mostCharacters),
    value: podcast.title.length <= mostCharacters ? podcast.title : pickValue(podcast.id, podcast.title),
  }));
}

/** The years there are episodes from; once a year is typed, its months as well. */
export async function suggestDates(typed: string, _given: Given, context: Context): Promise<readonly Suggestion[]> {
  const { format } = context.messages;
  const years = await publishedYears(context);
  const year = years.find((one) => typed.trim().startsWith(one));
  const months =
    year === undefined ? [] : Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);
  return [...years, ...months]
    .filter((date) => date.startsWith(typed.trim()))
    .slice(0, mostSuggestions)
    .map((date) => ({ label: format.date(date), value: date }));
}

async function publishedYears({ library }: Context): Promise<readonly string[]> {
  const newest = await library.episodes({}, { offset: 0, limit: 1 });
  const oldest = await library.episodes({}, { offset: Math.max(0, newest.total - 50), limit: 50 });
  const dates = [...newest.items, ...oldest.items].flatMap(({ episode }) => episode.publishedAt?.slice(0, 4) ?? []);
  const known = dates.map(Number).filter(Number.isInteger);
  if (known.length === 0) return [];
  const last = Math.max(...known);
  return Array.from({ length: last - Math.min(...known) + 1 }, (_, back) => String(last - back));
}

function givenFilters(given: Given): QueryFilters {
  const text = (name: string) => (typeof given[name] === 'string' && given[name] !== '' ? { [name]: given[name] } : {});
  return { ...text('speaker'), ...text('episode'), ...text('podcast'), ...text('after'), ...text('before') };
}

// /episode: one episode at a glance: when, who, how long, where to hear it, its words, a taste of it.

import { type Context, defineCommand } from '../src/bot/command.ts';
import type { EpisodeEntry } from '../src/library/library.ts';
import { call, open, press } from '../src/reply/actions.ts';
import { notice, noticeReply } from '../src/reply/notice.ts';
import type { Action, Block, Call, Fact, Reply } from '../src/reply/reply.ts';
import { plain } from '../src/reply/rich-text.ts';
import { truncate } from '../src/text/truncate.ts';
import { emptyLibraryReply } from './parts/empty-library.ts';
import { isNamed } from './parts/names.ts';
import { pickedId } from './parts/picked.ts';
import { episodePlaces } from './parts/place-links.ts';
import { passageBlock, quoteActions } from './parts/quote-block.ts';
import { sampleQuotes } from './parts/samples.ts';
import { suggestEpisodes } from './parts/suggest.ts';

const telling = 8;
const quotes = 3;
const mostPeople = 8;
const mostOthers = 3;

export const episode = defineCommand({
  name: 'episode',
  localNames: { id: 'episode' },
  description: {
    en: 'One episode: date, people, length, links, its most telling words, three quotes',
    id: 'Satu episode: tanggal, pembicara, durasi, tautan, kata yang paling khas, tiga kutipan',
  },
  reach: 'typed',
  examples: ['episode tiktok and your data'],
  options: {
    title: {
      kind: 'text',
      required: true,
      rest: 'words',
      example: 'tiktok and your data',
      localNames: { id: 'judul' },
      description: { en: 'Words of its title', id: 'Kata-kata dari judulnya' },
      suggest: suggestEpisodes,
    },
  },
  async run({ title }, context) {
    const [entry, ...others] = await findEpisodes(title, context);
    if (entry !== undefined) return answerEpisode(entry, others, context);
    const { episodes } = await context.library.stats();
    if (episodes === 0) return emptyLibraryReply(context);
    const all = call('episodes', {}, { delivery: 'new' });
    return noticeReply([notice('info', context.messages.episode.nothing(truncate(title, 100)))], context, [
      press(context.messages.actions.allEpisodes, all),
    ]);
  },
});

async function findEpisodes(title: string, { search, library }: Context): Promise<readonly EpisodeEntry[]> {
  const id = pickedId(title);
  const picked = id === undefined ? undefined : await library.episode(id);
  if (picked !== undefined) return [picked];
  const [best, ...others] = await search.episodes(title, 1 + mostOthers);
  // Near misses help to find the one that is meant; beside it they only distract.
  return best === undefined ? [] : [best, ...others.filter((other) => isNamed(other.episode.title, title))];
}

async function answerEpisode(
  entry: EpisodeEntry,
  others: readonly EpisodeEntry[],
  context: Context,
): Promise<Reply<Call>> {
  const { messages, search, library } = context;
  const { episode } = entry;
  const { podcasts } = await library.stats();
  const words = await search.tellingWords({ episodeId: episode.id }, telling);
  const hits = await sampleQuotes({ episodeId: episode.id }, { episode: episode.title }, words, quotes, context);
  const date = episode.publishedAt === undefined ? undefined : messages.format.date(episode.publishedAt);
  return {
    blocks: [
      { kind: 'heading', text: episode.title },
      ...(episode.description === undefined
        ? []
        : [{ kind: 'text', text: plain(truncate(episode.description, 300)) } as const]),
      { kind: 'facts', facts: episodeFacts(entry, words, podcasts > 1, context) },
      ...hits.map((hit): Block<Call> => {
        // The card itself says where and when, and links there.
        return { ...passageBlock(hit, context), links: [], actions: quoteActions(hit, context) };
      }),
      ...(others.length > 0 ? [{ kind: 'text', text: plain(`${messages.episode.others}:`) } as const] : []),
    ],
    actions: [...episodeLinks(entry, context), ...others.map((other) => openEpisode(other))],
    visibility: context.visibility,
    summary: messages.episode.summary(episode.title, date),
    locale: context.locale,
  };
}

function episodeFacts(
  { podcast, episode, speakers, segments }: EpisodeEntry,
  words: readonly string[],
  severalPodcasts: boolean,
  { messages }: Context,
): Fact[] {
  const { format } = messages;
  const people = episode.people.length > 0 ? episode.people.map(personName) : speakers.map((speaker) => speaker.name);
  const facts: readonly (readonly [string, string | undefined])[] = [
    [messages.episode.podcast, severalPodcasts ? podcast.title : undefined],
    [messages.episode.number, episodeNumber(episode.season, episode.number, messages)],
    [messages.episode.date, episode.publishedAt === undefined ? undefined : format.date(episode.publishedAt)],
    [messages.episode.people, people.length === 0 ? undefined : format.all(shorten(people, mostPeople))],
    [
      messages.episode.length,
      episode.durationSeconds === undefined ? undefined : format.length(episode.durationSeconds),
    ],
    [messages.episode.passages, messages.episode.passageCount(segments)],
    [messages.episode.words, words.length === 0 ? undefined : words.join(', ')],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value: plain(value) }]));
}

function personName({ name, role }: { readonly name: string; readonly role?: string }): string {
  return role === undefined ? name : `${name} (${role})`;
}

function shorten(names: readonly string[], most: number): readonly string[] {
  return names.length <= most ? names : [...names.slice(0, most), '…'];
}

function episodeNumber(
  season: number | undefined,
  number: number | undefined,
  messages: Context['messages'],
): string | undefined {
  if (season !== undefined) return messages.episode.season(season, number);
  return number === undefined ? undefined : messages.format.number(number);
}

function episodeLinks({ episode }: EpisodeEntry, { messages }: Context): Action<Call>[] {
  return episodePlaces(episode, messages).map(({ label, url }) => open(label, url));
}

function openEpisode({ episode }: EpisodeEntry): Action<Call> {
  return press(episode.title, call('episode', { title: `#${episode.id}` }, { delivery: 'new' }));
}

// /episode: one episode at a glance: when, who, how long, where to hear it, its words, a taste of it.

import { type Context, defineCommand } from '../src/bot/command.ts';
import type { EpisodeEntry } from '../src/library/library.ts';
import { call, open, press } from '../src/reply/actions.ts';
import { heading, notice, paragraph } from '../src/reply/blocks.ts';
import { answer, tell } from '../src/reply/compose.ts';
import type { Action, Block, Call, Reply } from '../src/reply/reply.ts';
import type { Hit } from '../src/search/search.ts';
import { truncate } from '../src/text/truncate.ts';
import { tellEmptyLibrary } from './parts/empty-library.ts';
import { episodeFacts } from './parts/episode-facts.ts';
import { landmarkBlocks } from './parts/landmarks.ts';
import { isNamed } from './parts/names.ts';
import { pickedId, pickValue } from './parts/picked.ts';
import { episodePlaces } from './parts/place-links.ts';
import { passageBlock, quoteActions } from './parts/quote-block.ts';
import { sampleQuotes } from './parts/samples.ts';
import { suggestEpisodes } from './parts/suggest.ts';

const mostTellingWords = 8;
const mostQuotes = 3;
const mostOthers = 3;
const mostDescription = 300;

export const episode = defineCommand({
  name: 'episode',
  localNames: { id: 'episode' },
  description: {
    en: 'One episode: date, people, length, links, its most telling words, three quotes',
    id: 'Satu episode: tanggal, pembicara, durasi, tautan, kata yang paling khas, tiga kutipan',
  },
  reach: 'typed',
  examples: ['episode the tenth coffee'],
  options: {
    title: {
      kind: 'text',
      required: true,
      rest: 'words',
      example: 'the tenth coffee',
      localNames: { id: 'judul' },
      description: { en: 'Words of its title', id: 'Kata-kata dari judulnya' },
      suggest: suggestEpisodes,
    },
  },
  async run({ title }, context) {
    const [entry, ...others] = await findEpisodes(title, context);
    if (entry !== undefined) return answerEpisode(entry, others, context);
    const { episodes, awaiting } = await context.library.stats();
    if (episodes + awaiting === 0) return tellEmptyLibrary(context);
    const all = call('episodes', {}, { delivery: 'new' });
    return tell(
      context,
      [notice('info', context.messages.episode.nothing(truncate(title, 100)))],
      [press(context.messages.actions.allEpisodes, all)],
    );
  },
});

/** The one that is meant, then others that the typed words name as well. */
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
  const { id, title, publishedAt, description } = entry.episode;
  const { podcasts } = await library.stats();
  const isSilent = entry.segments === 0;
  const words = isSilent ? [] : await search.tellingWords({ episodeId: id }, mostTellingWords);
  const hits = isSilent ? [] : await sampleQuotes({ episodeId: id }, words, mostQuotes, context);
  const date = publishedAt === undefined ? undefined : messages.format.date(publishedAt);
  return answer(context, {
    blocks: [
      heading(title),
      ...(description === undefined ? [] : [paragraph(truncate(description, mostDescription))]),
      episodeFacts(entry, words, podcasts > 1, context),
      ...landmarkBlocks(entry.episode, context),
      ...hits.map((hit) => quoteInCard(hit, context)),
      ...(others.length > 0 ? [paragraph(`${messages.episode.others}:`)] : []),
    ],
    actions: [
      // First, since the line above the buttons announces them.
      ...others.map((other) => openEpisode(other, podcasts > 1)),
      ...episodePlaces(entry.episode, messages).map(({ label, url }) => open(label, url)),
    ],
    summary: messages.episode.summary(title, date),
  });
}

/** The card itself says where and when, and links there. */
function quoteInCard(hit: Hit, context: Context): Block<Call> {
  return { ...passageBlock(hit, context), links: [], actions: quoteActions(hit, context) };
}

function openEpisode({ podcast, episode }: EpisodeEntry, severalPodcasts: boolean): Action<Call> {
  const label = severalPodcasts ? `${episode.title} · ${podcast.title}` : episode.title;
  return press(label, call('episode', { title: pickValue(episode.id, episode.title) }, { delivery: 'new' }));
}

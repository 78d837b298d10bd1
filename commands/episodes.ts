// /episodes: the list of episodes, newest first or best match first.

import { type Context, defineCommand } from '../src/bot/command.ts';
import type { EpisodeEntry } from '../src/library/library.ts';
import type { Speaker } from '../src/model.ts';
import { call, press } from '../src/reply/actions.ts';
import { heading, list, notice, paragraph } from '../src/reply/blocks.ts';
import { answer, tell } from '../src/reply/compose.ts';
import type { Call, ListItem } from '../src/reply/reply.ts';
import { strong } from '../src/reply/rich-text.ts';
import { truncate } from '../src/text/truncate.ts';
import { tellEmptyLibrary } from './parts/empty-library.ts';
import { readFilters } from './parts/filters.ts';
import { speakerOption } from './parts/options.ts';
import { type Paging, pageActions, pagePlace, readOffset } from './parts/paging.ts';
import { pickValue } from './parts/picked.ts';
import { suggestTitles } from './parts/suggest.ts';

const episodesPerPage = 8;
/** More than anybody turns pages for. */
const mostFound = 100;
const mostSpeakers = 3;

export const episodes = defineCommand({
  name: 'episodes',
  localNames: { id: 'daftar-episode' },
  description: { en: 'All episodes, or those you search for', id: 'Semua episode, atau yang kamu cari' },
  reach: 'typed',
  answers: 'private',
  examples: ['episodes', 'episodes tiktok', 'episodes from:maudie'],
  options: {
    search: {
      kind: 'text',
      required: false,
      rest: 'words',
      example: 'tiktok',
      localNames: { id: 'cari' },
      description: { en: 'Words of the title', id: 'Kata-kata dari judulnya' },
      suggest: suggestTitles,
    },
    speaker: speakerOption,
  },
  carried: { offset: 'number' },
  async run(options, context) {
    const { messages, library } = context;
    const stats = await library.stats();
    if (stats.episodes + stats.awaiting === 0) return tellEmptyLibrary(context);

    const { speaker: name } = readFilters({ speaker: options.speaker });
    const speaker = name === undefined ? undefined : await findSpeaker(name, context);
    if (name !== undefined && speaker === undefined) {
      return tell(context, [notice('info', messages.speaker.nothing(truncate(name, 100)))]);
    }

    const { search } = options;
    const found = search === undefined ? undefined : await context.search.episodes(search, mostFound);
    const offset = readOffset(options.offset);
    const { items, total } = await library.episodes(
      {
        ...(speaker === undefined ? {} : { speakerId: speaker.id }),
        ...(found === undefined ? {} : { ids: found.map(({ episode }) => episode.id) }),
      },
      { offset, limit: episodesPerPage },
    );
    if (items.length === 0) {
      const all = press(messages.actions.allEpisodes, call('episodes', {}, { delivery: 'replace' }));
      return tell(context, [notice('info', messages.episodes.nothing)], [all]);
    }

    const title = messages.episodes.heading(search === undefined ? undefined : truncate(search, 100), speaker?.name);
    const paging: Paging = {
      offset,
      limit: episodesPerPage,
      shown: items.length,
      total: { count: total, atLeast: false },
      at: (next) => call('episodes', { search, speaker: name, offset: next }, { delivery: 'replace' }),
    };
    return answer(context, {
      blocks: [
        heading(title),
        // Those without a date stand last: where one begins the page, all on it are.
        ...(found === undefined && items[0]?.episode.publishedAt === undefined
          ? [paragraph(messages.episodes.undated)]
          : []),
        list(items.map((entry) => episodeItem(entry, stats.podcasts > 1, context))),
        ...pagePlace(paging, messages),
      ],
      actions: pageActions(paging, messages),
      summary: `${title}: ${messages.episodes.count(total)}`,
    });
  },
});

async function findSpeaker(named: string, { search, library }: Context): Promise<Speaker | undefined> {
  return (await library.speaker(named))?.speaker ?? (await search.speakers(named, 1))[0]?.speaker;
}

function episodeItem(
  { podcast, episode, speakers, segments }: EpisodeEntry,
  severalPodcasts: boolean,
  { messages }: Context,
): ListItem<Call> {
  const { format, episodes } = messages;
  const names = speakers.slice(0, mostSpeakers).map((speaker) => speaker.name);
  const detail = [
    severalPodcasts ? podcast.title : undefined,
    episode.publishedAt === undefined ? undefined : format.date(episode.publishedAt),
    names.length === 0 ? undefined : format.all(names),
    podcast.language === undefined || podcast.language === episode.language
      ? undefined
      : format.language(episode.language),
    segments === 0 ? episodes.awaited : undefined,
  ].filter((part) => part !== undefined);
  const title = pickValue(episode.id, episode.title);
  return {
    text: [strong(episode.title)],
    ...(detail.length === 0 ? {} : { detail: detail.join(' · ') }),
    action: press(episodes.open, call('episode', { title }, { delivery: 'new' })),
  };
}

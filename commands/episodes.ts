// /episodes: the list of episodes, newest first or best match first.

import { type Context, defineCommand } from '../src/bot/command.ts';
import type { EpisodeEntry, EpisodeFilter } from '../src/library/library.ts';
import { call, press } from '../src/reply/actions.ts';
import { notice, noticeReply } from '../src/reply/notice.ts';
import type { Call, ListItem, Reply } from '../src/reply/reply.ts';
import { plain, strong } from '../src/reply/rich-text.ts';
import { emptyLibraryReply } from './parts/empty-library.ts';
import { readFilters } from './parts/filters.ts';
import { speakerOption } from './parts/options.ts';
import { pageActions, readOffset } from './parts/paging.ts';
import { suggestTitles } from './parts/suggest.ts';

const episodesPerPage = 8;
/** More than anybody turns pages for. */
const mostFound = 100;

export const episodes = defineCommand({
  name: 'episodes',
  localNames: { id: 'daftar-episode' },
  description: { en: 'All episodes, or those you search for', id: 'Semua episode, atau yang kamu cari' },
  reach: 'typed',
  answers: 'private',
  examples: ['episodes', 'episodes privacy', 'episodes from:paul'],
  options: {
    search: {
      kind: 'text',
      required: false,
      rest: 'words',
      example: 'privacy',
      localNames: { id: 'cari' },
      description: { en: 'Words of the title', id: 'Kata-kata dari judulnya' },
      suggest: suggestTitles,
    },
    speaker: speakerOption,
  },
  carried: { offset: 'number' },
  async run(options, context) {
    const { messages, library } = context;
    const offset = readOffset(options.offset);
    const search = options.search?.trim() ?? '';
    const { speaker: name } = await readFilters(
      options.speaker === undefined ? {} : { speaker: options.speaker },
      context,
    );
    const speaker = name === undefined ? undefined : (await context.search.speakers(name, 1))[0]?.speaker;
    if (name !== undefined && speaker === undefined) {
      return noticeReply([notice('info', messages.speaker.nothing(name))], context);
    }
    const filter: EpisodeFilter = {
      ...(speaker === undefined ? {} : { speakerId: speaker.id }),
      ...(search === ''
        ? {}
        : { ids: (await context.search.episodes(search, mostFound)).map((one) => one.episode.id) }),
    };
    const { items, total } = await library.episodes(filter, { offset, limit: episodesPerPage });
    const stats = await library.stats();
    if (stats.episodes === 0) return emptyLibraryReply(context);
    if (items.length === 0) {
      const all = press(messages.actions.allEpisodes, call('episodes', {}, { delivery: 'replace' }));
      return noticeReply([notice('info', messages.episodes.nothing)], context, [all]);
    }

    const heading =
      speaker !== undefined
        ? messages.episodes.with(speaker.name)
        : search !== ''
          ? messages.episodes.found(search)
          : messages.episodes.heading;
    const shown = messages.quote.shown(offset + 1, offset + items.length, total, false);
    const at = (next: number): Call =>
      call('episodes', { search: options.search, speaker: name, offset: next }, { delivery: 'replace' });
    const reply: Reply<Call> = {
      blocks: [
        { kind: 'heading', text: heading },
        { kind: 'list', items: items.map((entry) => episodeItem(entry, stats.podcasts > 1, context)) },
        ...(total > items.length ? [{ kind: 'text', text: plain(shown) } as const] : []),
      ],
      actions: pageActions({ offset, limit: episodesPerPage, total, at }, messages),
      visibility: context.visibility,
      summary: `${heading}: ${messages.episodes.count(total)}`,
      locale: context.locale,
    };
    return reply;
  },
});

function episodeItem(
  { podcast, episode, speakers }: EpisodeEntry,
  severalPodcasts: boolean,
  context: Context,
): ListItem<Call> {
  const { format, episodes } = context.messages;
  const detail = [
    severalPodcasts ? podcast.title : undefined,
    episode.publishedAt === undefined ? undefined : format.date(episode.publishedAt),
    speakers.length === 0 ? undefined : format.all(speakers.slice(0, 3).map((speaker) => speaker.name)),
  ].filter((part) => part !== undefined);
  return {
    text: [strong(episode.title)],
    ...(detail.length === 0 ? {} : { detail: detail.join(' · ') }),
    action: press(episodes.open, call('episode', { title: `#${episode.id}` }, { delivery: 'new' })),
  };
}

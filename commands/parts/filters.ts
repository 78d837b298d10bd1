// The options that narrow a search, as search takes them: what was picked from suggestions becomes the name it stands for.

import type { Context } from '../../src/bot/command.ts';
import type { QueryFilters } from '../../src/search/search.ts';
import { pickedId } from './picked.ts';

/** As options give them: those that were left out may be named all the same. */
type Given = { readonly [N in keyof QueryFilters]?: string | undefined };

export async function readFilters(given: Given, { library }: Context): Promise<QueryFilters> {
  const { speaker, episode, podcast, after, before } = given;
  const speakerId = speaker === undefined ? undefined : pickedId(speaker);
  const episodeId = episode === undefined ? undefined : pickedId(episode);
  const podcastId = podcast === undefined ? undefined : pickedId(podcast);
  const names = {
    speaker: speakerId === undefined ? speaker : ((await library.speaker(speakerId))?.speaker.name ?? speaker),
    episode: episodeId === undefined ? episode : ((await library.episode(episodeId))?.episode.title ?? episode),
    podcast:
      podcastId === undefined
        ? podcast
        : ((await library.podcasts()).find((one) => one.id === podcastId)?.title ?? podcast),
    after,
    before,
  };
  return Object.fromEntries(Object.entries(names).filter(([, value]) => value !== undefined && value !== ''));
}

export function isNarrowed(filters: QueryFilters): boolean {
  return Object.keys(filters).length > 0;
}

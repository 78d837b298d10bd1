// `verbatim feeds remove`: follows a feed no longer; its episodes stay unless they are to go, too.

import { Command } from 'commander';
import { findFeed } from '../../feeds/find-feed.ts';
import { letGo } from '../../feeds/let-go.ts';
import { nameOf } from '../../feeds/told.ts';
import { counted } from '../counted.ts';
import { type LibraryOption, libraryOption } from '../library-option.ts';
import { withFeeds } from './open-feeds.ts';

interface Options extends LibraryOption {
  readonly episodes?: boolean;
}

export function removeCommand(): Command {
  return new Command('remove')
    .description('follows a feed no longer; its episodes stay')
    .argument('<address-or-title...>', 'the feed: its address, or its title or a part of it')
    .option('--episodes', 'takes its episodes out of the library as well')
    .addOption(libraryOption())
    .action((words: readonly string[], options: Options) =>
      withFeeds(options, async ({ library, now }) => {
        const feed = findFeed(await library.feeds(), words.join(' '));
        const withEpisodes = options.episodes === true;
        const episodes = await letGo(library, feed, { withEpisodes, now: now() });
        const went = `${counted(episodes.length, 'episode')} ${withEpisodes ? 'removed' : 'kept'}`;
        process.stdout.write(`${nameOf(feed)} is not followed any more; ${went}.\n`);
      }),
    );
}

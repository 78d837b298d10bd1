// `verbatim feeds remove`: follows a feed no longer; its episodes stay unless they are to go, too.

import { Command } from 'commander';
import { findFeed } from '../../feeds/find-feed.ts';
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
      withFeeds(options, async ({ library }) => {
        const feed = findFeed(await library.feeds(), words.join(' '));
        await library.removeFeed(feed.address);
        const shelved = feed.podcastId === undefined ? [] : await library.shelved(feed.podcastId);
        if (options.episodes) {
          await library.remove(shelved.map(({ episodeId }) => episodeId));
          await library.settle();
        }
        const went = `${counted(shelved.length, 'episode')} ${options.episodes ? 'removed' : 'kept'}`;
        process.stdout.write(`${nameOf(feed)} is not followed any more; ${went}.\n`);
      }),
    );
}

// `verbatim feeds refresh`: asks feeds now, due or not.

import { Command } from 'commander';
import { findFeed } from '../../feeds/find-feed.ts';
import { checkByHand } from '../../feeds/follow.ts';
import { nameOf } from '../../feeds/told.ts';
import { commandLine } from '../../text/command-line.ts';
import { type LibraryOption, libraryOption } from '../library-option.ts';
import { isWell, tellChecked, withProgress } from './check-aloud.ts';
import { withFeeds } from './open-feeds.ts';

export function refreshCommand(): Command {
  return new Command('refresh')
    .description('asks the feeds that are followed for new episodes now; transcripts that failed are tried again')
    .argument('[address-or-title...]', 'this feed alone, even where it is gone for good')
    .addOption(libraryOption())
    .action((words: readonly string[], options: LibraryOption) =>
      withFeeds(options, async (feeds) => {
        const all = await feeds.library.feeds();
        const chosen =
          words.length > 0 ? [findFeed(all, words.join(' '))] : all.filter((feed) => feed.goneAt === undefined);
        if (chosen.length === 0)
          process.stdout.write(`There is no feed to ask. Follow one: ${commandLine('feeds add https://…')}\n`);
        for (const feed of chosen) {
          if (feeds.signal.aborted) return;
          const checked = await withProgress(nameOf(feed), (reading) =>
            checkByHand(feeds, feed, { ...reading, signal: feeds.signal }),
          );
          process.stdout.write(`${tellChecked(checked, feeds.now())}\n`);
          if (!isWell(checked)) process.exitCode = 1;
        }
      }),
    );
}

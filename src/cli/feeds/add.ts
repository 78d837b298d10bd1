// `verbatim feeds add`: follows feeds by their addresses, or all of a list of feeds (OPML).

import { Command } from 'commander';
import { VerbatimError } from '../../errors.ts';
import { readFeedAddress } from '../../feeds/feed-address.ts';
import { followFeed, newFeed } from '../../feeds/follow.ts';
import { shownAddress } from '../../text/address.ts';
import { commandLine } from '../../text/command-line.ts';
import { counted } from '../counted.ts';
import { lookAt, readFeedList } from '../feed-list.ts';
import { type LibraryOption, libraryOption } from '../library-option.ts';
import { isWell, tellFollowed, withProgress } from './check-aloud.ts';
import { type OpenFeeds, withFeeds } from './open-feeds.ts';

interface Options extends LibraryOption {
  readonly import: boolean;
}

export function addCommand(): Command {
  return new Command('add')
    .description('follows feeds: brings their episodes now, and new ones while the bot runs')
    .argument(
      '<address-or-file...>',
      "feeds' addresses (https://name:password@… for a private one), or lists of feeds (OPML)",
    )
    .option('--no-import', 'follows them without asking them now: the bot does when it runs')
    .addOption(libraryOption())
    .action(async (named: readonly string[], options: Options) => {
      const addresses = [...new Set(named.flatMap(addressesIn))];
      await withFeeds(options, (feeds) => (options.import ? follow(feeds, addresses) : note(feeds, addresses)));
    });
}

async function follow(feeds: OpenFeeds, addresses: readonly string[]): Promise<void> {
  const { signal, now } = feeds;
  for (const [place, address] of addresses.entries()) {
    const followed = await withProgress(shownAddress(address), (options) =>
      followFeed(feeds, address, { ...options, signal }),
    );
    process.stdout.write(`${tellFollowed(followed, now())}\n`);
    if (!isWell(followed)) process.exitCode = 1;
    if (signal.aborted) return note(feeds, addresses.slice(place + 1));
  }
}

/** Follows those that are not followed yet. */
async function note({ library, now }: OpenFeeds, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return;
  const known = new Set((await library.feeds()).map(({ address }) => address));
  const added = addresses.filter((address) => !known.has(address));
  for (const address of added) await library.putFeed(newFeed(address, now()));
  const already = addresses.length - added.length;
  const others = already === 0 ? '' : ` ${already} ${already === 1 ? 'was' : 'were'} followed already.`;
  const next = `A running bot asks within seconds; to ask now: ${commandLine('feeds refresh')}`;
  process.stdout.write(`Following ${counted(added.length, 'more feed')}.${others} ${next}\n`);
}

/** @throws VerbatimError where it is neither an address nor a readable list. */
function addressesIn(named: string): readonly string[] {
  if (lookAt(named)?.isFile()) return addressesOfList(named);
  const address = readFeedAddress(named);
  if (address !== undefined && !(/\.opml$/i.test(named) && !named.includes('/'))) return [address];
  throw new VerbatimError(
    'missing',
    `“${shownAddress(named)}” is neither a feed's address (https://…) nor a file that is there.`,
  );
}

function addressesOfList(file: string): readonly string[] {
  const { feeds, problems } = readFeedList(file);
  for (const { message } of problems) process.stderr.write(`Note: ${message}\n`);
  return feeds.flatMap(({ address }) => readFeedAddress(address) ?? []);
}

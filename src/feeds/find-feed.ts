// Which followed feed is meant by what somebody typed: its address, as it is or as it is shown, or its title.

import { VerbatimError } from '../errors.ts';
import type { FollowedFeed } from '../library/feed-shelf.ts';
import { shownAddress } from '../text/address.ts';
import { commandLine } from '../text/command-line.ts';
import { bare } from '../text/fold.ts';
import { readFeedAddress } from './feed-address.ts';

/** @throws VerbatimError `missing` where there is none, `usage` where several are meant alike, or nothing was typed. */
export function findFeed(feeds: readonly FollowedFeed[], typed: string): FollowedFeed {
  // A part of every title: a script's empty variable must not remove the only feed there is.
  if (typed.trim() === '') throw new VerbatimError('usage', 'Which feed is meant? Give its address or its title.');
  const address = readFeedAddress(typed);
  const wanted = bare(typed);
  const tests: readonly ((feed: FollowedFeed) => boolean)[] = [
    (feed) => feed.address === address,
    (feed) => shownAddress(feed.address) === shownAddress(address ?? typed),
    (feed) => feed.title !== undefined && bare(feed.title) === wanted,
    (feed) => feed.title !== undefined && bare(feed.title).includes(wanted),
    (feed) => bare(shownAddress(feed.address)).includes(wanted),
  ];
  const found = tests.map((test) => feeds.filter(test)).find(({ length }) => length > 0) ?? [];
  const [feed, ...others] = found;
  if (feed === undefined) {
    throw new VerbatimError(
      'missing',
      `No feed is followed under “${shownAddress(typed)}”. See: ${commandLine('feeds list')}`,
    );
  }
  if (others.length > 0) {
    const names = found.map(({ title, address }) => `  ${title ?? '(not read yet)'}  ${shownAddress(address)}`);
    throw new VerbatimError('usage', `Which one is meant? Give its address:\n${names.join('\n')}`);
  }
  return feed;
}

// How the feeds that are followed are, and what may be fetched inside private networks.

import { VerbatimError } from '../../errors.ts';
import { isInTrouble } from '../../feeds/schedule.ts';
import { troubleOf } from '../../feeds/trouble.ts';
import type { FollowedFeed } from '../../library/feed-shelf.ts';
import { openLibrary } from '../../library/sqlite/open.ts';
import type { Settings } from '../../settings.ts';
import { commandLine } from '../../text/command-line.ts';
import type { Finding } from './finding.ts';

const about = 'feeds';

export async function checkFeeds(libraryFile: string): Promise<readonly Finding[]> {
  try {
    const library = await openLibrary(libraryFile, { access: 'read' });
    try {
      return findingsOf(await library.feeds(), new Date());
    } finally {
      await library.close();
    }
  } catch (error) {
    // What is wrong with the library stands in a finding of its own.
    if (error instanceof VerbatimError) return [];
    throw error;
  }
}

function findingsOf(feeds: readonly FollowedFeed[], now: Date): readonly Finding[] {
  if (feeds.length === 0) {
    const mend = `Follow podcasts by their feeds: ${commandLine('feeds add https://…')}`;
    return [{ state: 'note', about, text: 'No feed is followed.', mend }];
  }
  const troubled = feeds.filter((feed) => isInTrouble(feed, now));
  const failing = feeds.filter((feed) => feed.failures > 0 && !troubled.includes(feed)).length;
  const others = failing === 0 ? '' : ` ${failing} did not answer the last time, and will be asked again.`;
  const mend = `Look at its address, then: ${commandLine('feeds refresh')}, or feeds remove.`;
  return [
    {
      state: 'well',
      about,
      text: `${feeds.length === 1 ? '1 feed is' : `${feeds.length} feeds are`} followed.${others}`,
    },
    ...troubled.map((feed): Finding => ({ state: 'wrong', about, text: troubleOf(feed), mend })),
  ];
}

/** Said because it opens a door: feeds, and whoever writes them, may then point inside. */
export function checkFetchAllow({ fetchAllow }: Settings): readonly Finding[] {
  if (fetchAllow.length === 0) return [];
  const allowed = fetchAllow.map((one) => {
    const port = one.port === undefined ? '' : `:${one.port}`;
    if ('host' in one) return `${one.host}${port}`;
    const isOne = one.prefix === (one.network.includes(':') ? 128 : 32);
    return `${one.network}${isOne ? '' : `/${one.prefix}`}${port}`;
  });
  const text = `FETCH_ALLOW lets feeds and what they name be fetched from ${allowed.join(', ')}.`;
  return [{ state: 'note', about, text }];
}

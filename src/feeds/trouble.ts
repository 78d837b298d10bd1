// Feeds that are gone or have failed for days: each is told once to the log and once to a person.

import type { FeedShelf, FollowedFeed } from '../library/feed-shelf.ts';
import { isInTrouble } from './schedule.ts';
import { nameOf } from './told.ts';

export type Ear = 'toldLog' | 'toldPerson';

/** The sentences that this ear has not heard yet; from now on it has. */
export async function tellTrouble(library: FeedShelf, ear: Ear, now: Date): Promise<readonly string[]> {
  const untold = (await library.feeds()).filter((feed) => isInTrouble(feed, now) && !feed[ear]);
  for (const feed of untold) await library.updateFeed({ ...feed, [ear]: true });
  return untold.map(troubleOf);
}

export function troubleOf(feed: FollowedFeed): string {
  const reason = feed.failure === undefined ? '' : ` ${feed.failure}`;
  if (feed.goneAt !== undefined) {
    return `${nameOf(feed)} is gone for good, and is not asked any more; its episodes stay.${reason}`;
  }
  return `${nameOf(feed)} has failed since ${day(feed.failingSince)}.${reason}`;
}

const day = (moment: Date | undefined): string => moment?.toISOString().slice(0, 10) ?? 'a while ago';

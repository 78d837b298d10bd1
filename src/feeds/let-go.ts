// Follows a feed no longer, and takes the episodes that it brought out of the library where that is wanted.

import type { FeedShelf, FollowedFeed } from '../library/feed-shelf.ts';
import type { Desk, Shelved } from '../library/library.ts';
import { shownAddress } from '../text/address.ts';

/** @returns the episodes that stay, or those that have been taken out. */
export async function letGo(
  library: FeedShelf & Desk,
  feed: FollowedFeed,
  { withEpisodes, now }: { readonly withEpisodes: boolean; readonly now: Date },
): Promise<readonly Shelved[]> {
  await library.removeFeed(feed.address);
  const { podcastId } = feed;
  if (podcastId === undefined) return [];
  const shelved = await library.shelved(podcastId);
  if (!withEpisodes) return shelved;

  const others = (await library.feeds()).filter((other) => other.podcastId === podcastId);
  const origins = new Set(others.map(({ address }) => shownAddress(address)));
  // Shown, another feed's address may be this one's, too.
  origins.delete(shownAddress(feed.address));
  const gone = shelved.filter(({ origin }) => !origins.has(origin));
  await library.remove(gone.map(({ episodeId }) => episodeId));
  await library.settle();
  // What another feed of the podcast has as well comes back: it is asked for all of it, and soon where it is well.
  for (const { etag: _etag, lastModified: _lastModified, ...other } of others) {
    await library.updateFeed(other.failures === 0 ? { ...other, dueAt: now } : other);
  }
  return gone;
}

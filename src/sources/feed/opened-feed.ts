// What opening a feed takes and gives: nothing new, or the feed as a source of episodes.

import type { Source } from '../source.ts';

export interface FeedRequest {
  /** As it was given; may hold a name and a password, which are sent to that host alone and told to nobody. */
  readonly address: string;
  /** Who the feed is, where that is known from before: a feed that moves stays who it is. */
  readonly guid?: string;
  /** What the last answer said of itself. */
  readonly etag?: string;
  readonly lastModified?: string;
  readonly signal?: AbortSignal;
}

interface Whereabouts {
  /** The address to ask from now on: after permanent redirects and `itunes:new-feed-url`, a name and a password kept. */
  readonly address: string;
  /** To be sent the next time. */
  readonly etag?: string;
  readonly lastModified?: string;
  /** For how long there is nothing new to be had, as its server has it. */
  readonly freshSeconds?: number;
}

export type OpenedFeed =
  | (Whereabouts & { readonly kind: 'unchanged' })
  | (Whereabouts & {
      readonly kind: 'fresh';
      /** Its `origin` is the address without its secrets, its `name` the guid; what was wrong is in its `problems`. */
      readonly source: Source;
      /** The one that was given, else `podcast:guid`, else made from the address as the namespace says. */
      readonly guid: string;
      readonly title: string;
      /** How long it wants to be left alone between two readings. */
      readonly restSeconds?: number;
    });

// The text of a feed to what it says: the podcast, its episodes, and what was wrong with it.

import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import type { PodcastFacts } from '../source.ts';
import { resolveAddress, resolveLink } from './addresses.ts';
import { findBroken } from './broken-xml.ts';
import { cutFeed, type FeedPieces } from './cut.ts';
import { ownGuid } from './identity.ts';
import { parseJsonAsRss } from './json-as-rss.ts';
import { readLanguage } from './languages.ts';
import { notAFeed } from './not-a-feed.ts';
import { type Channel, type ParsedFeed, parseXmlFeed } from './parse-xml.ts';
import { plainLine } from './plain-text.ts';
import { type FeedItem, readItems } from './read-items.ts';

export interface FeedDocument {
  readonly podcast: PodcastFacts;
  /** `podcast:guid`. */
  readonly guid?: string;
  /** `itunes:new-feed-url`. */
  readonly movedTo?: string;
  /** How long it wants to be left alone between two readings. */
  readonly restSeconds?: number;
  /** In the feed's order, each once. */
  readonly items: readonly FeedItem[];
  /** What was left out, and why. */
  readonly problems: readonly VerbatimError[];
}

export interface FeedPlace {
  /** Where the text came from; relative addresses are relative to it. */
  readonly address: string;
  /** As people may see it. */
  readonly file: string;
}

/** @throws VerbatimError `malformed` where the feed's own part is broken, `unknown-format` where the text is no feed. */
export function readFeed(text: string, { address, file }: FeedPlace): FeedDocument {
  const feed = parseFeed(text, file);
  if (feed === undefined) throw notAFeed(text, { address, file });
  const { channel } = feed;
  const base = resolveLink(feed.base, address) ?? address;
  const { items, problems } = readItems(feed, base, file);
  return {
    podcast: readPodcast(channel, base),
    items,
    problems,
    ...known({
      guid: ownGuid(channel.podcast?.guid),
      movedTo: resolveAddress(channel.itunes?.newFeedUrl, address),
      restSeconds: restSeconds(channel),
    }),
  };
}

/** `ttl` (https://www.rssboard.org/rss-specification#ltttlgtSubelementOfLtchannelgt); a podcast that is over gets no more episodes. */
function restSeconds({ ttl, itunes }: Channel): number | undefined {
  if (itunes?.complete) return 24 * 60 * 60;
  return ttl !== undefined && ttl > 0 ? ttl * 60 : undefined;
}

function parseFeed(text: string, file: string): ParsedFeed | undefined {
  const pieces = cutFeed(text);
  if (pieces === undefined) return parseJsonAsRss(text);
  try {
    return parseXmlFeed(pieces);
  } catch (error) {
    throw brokenFeed(text, pieces, file, error);
  }
}

function brokenFeed(text: string, { root }: FeedPieces, file: string, cause: unknown): VerbatimError {
  const found = findBroken(text);
  const where = found === undefined ? file : `${file}:${found.line}`;
  const what = found?.what ?? `something within <${root}> cannot be read`;
  return new VerbatimError('malformed', `${where} is broken XML: ${what}. Tell whoever makes the feed.`, {
    file,
    cause,
    ...known({ line: found?.line }),
  });
}

function readPodcast({ title, language, link, image, itunes, podcast, dc }: Channel, base: string): PodcastFacts {
  const images = [itunes?.image, image?.url, podcast?.images?.[0]?.href];
  return known({
    title: plainLine(title ?? itunes?.title),
    language: readLanguage(language ?? dc?.languages?.[0]),
    link: resolveLink(link, base),
    image: images.map((address) => resolveLink(address, base)).find((address) => address !== undefined),
    // RSS writes people as `ann@example.org (Ann)`, and nobody's mail address is for a chat.
    author: plainLine((itunes?.author ?? dc?.creators?.[0])?.replace(/^\S+@\S+ \((.+)\)$/, '$1')),
  });
}

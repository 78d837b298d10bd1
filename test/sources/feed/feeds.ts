// Feeds for tests: written in short, and read.
import { VerbatimError } from '../../../src/errors.ts';
import { type FeedDocument, readFeed } from '../../../src/sources/feed/read-feed.ts';
import type { FeedItem } from '../../../src/sources/feed/read-items.ts';

export const place = {
  address: 'https://feeds.example.org/show/feed.xml',
  file: 'https://feeds.example.org/show/feed.xml',
};

/** All on one line: the first item stands on the third. */
const namespaces =
  `xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:psc="http://podlove.org/simple-chapters"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/"`.replace(
    /\s+/g,
    ' ',
  );

/** A feed of these items; `channel` is what stands before them. */
export function rss(items: string, channel = '<language>en</language>'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" ${namespaces}><channel><title>Kettle Talk</title>${channel}\n${items}\n</channel></rss>`;
}

/** An item with all that an episode needs, and more. */
export function item(name: string | number, more = ''): string {
  return `<item><title>Episode ${name}</title><guid isPermaLink="false">guid-${name}</guid><enclosure url="https://cdn.example.org/${name}.mp3" length="1" type="audio/mpeg"/>${more}</item>`;
}

export function read(text: string): FeedDocument {
  return readFeed(text, place);
}

/** What is read of the one item of a feed. */
export function readItem(more: string, channel?: string): FeedItem {
  const [first] = read(rss(item(1, more), channel)).items;
  if (first === undefined) throw new Error('The item was left out.');
  return first;
}

export function errorOf(act: () => unknown): VerbatimError {
  try {
    act();
  } catch (error) {
    if (error instanceof VerbatimError) return error;
    throw error;
  }
  throw new Error('It did not fail.');
}

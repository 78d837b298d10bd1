// RSS, RDF and Atom to one shape, RSS's, as feedsmith reads it; and the few things that feedsmith leaves out.

import { decodeXML } from 'entities';
import { type AtomFeed, parseAtomFeed, parseRssFeed, type RssFeed } from 'feedsmith';
import { known } from '../../text/known.ts';
import { channelFromAtom, itemFromAtom } from './atom-as-rss.ts';
import { type BrokenItem, readBatches } from './batches.ts';
import type { FeedPieces, Piece } from './cut.ts';

export type Channel = RssFeed.Feed<string>;
export type Item = RssFeed.Item<string>;

export interface ParsedItem {
  readonly item: Item;
  /** The addresses of `podcast:contentLink`. */
  readonly contentLinks: readonly string[];
  readonly line?: number;
}

export interface ParsedFeed {
  readonly channel: Channel;
  /** What relative addresses are relative to, where the feed says so. */
  readonly base?: string;
  readonly items: readonly ParsedItem[];
  readonly broken: readonly BrokenItem[];
  /** How many items there are beyond those. */
  readonly beyond: number;
}

/** @throws Error of feedsmith's, where the head of the feed is broken. */
export function parseXmlFeed(pieces: FeedPieces): ParsedFeed {
  const read = pieces.kind === 'atom' ? atomReader(pieces) : rssReader(pieces);
  const { items, broken, beyond } = readBatches(pieces.items, read.items);
  return {
    channel: read.head(),
    items: items.map(({ item, piece: { xml, line } }) => ({ item, contentLinks: contentLinks(xml), line })),
    broken,
    beyond,
    ...known({ base: baseOf(pieces) }),
  };
}

interface Reader {
  head(): Channel;
  /** Those that say anything, in their order. @throws Error where any is broken. */
  items(pieces: readonly Piece[]): Item[];
}

function rssReader({ kind, rootAttributes, channelAttributes, head }: FeedPieces): Reader {
  // RDF's items are RSS's in another namespace, which is the default one there.
  const root = `<rss version="2.0" ${kind === 'rdf' ? withoutDefaultNamespace(rootAttributes) : rootAttributes}>`;
  const isCutOff = /<channel[\s>]/i.test(head) && !/<\/channel\s*>/i.test(head);
  return {
    // Some have their items right in the root.
    head: () =>
      !/<channel[\s>]/i.test(head) ? {} : parseRssFeed(`${root}${head}${isCutOff ? '</channel>' : ''}</rss>`),
    items: (pieces) =>
      parseRssFeed(`${root}<channel ${channelAttributes}>${nothing}${join(pieces)}</channel></rss>`).items ?? [],
  };
}

/** A feed in which nothing is said is none to feedsmith. */
const nothing = '<title>-</title>';

function atomReader({ root, rootAttributes, head, items }: FeedPieces): Reader {
  const read = (xml: string): AtomFeed.Feed<string> => parseAtomFeed(`<${root} ${rootAttributes}>${xml}</${root}>`);
  // feedsmith knows the podcast namespace in RSS alone; the same elements read as RSS's tell the rest.
  const asRss = rssReader({
    kind: 'rdf',
    root: 'rss',
    rootAttributes,
    channelAttributes: '',
    head: `<channel>${nothing}${head}</channel>`,
    items: [],
  });
  const isPodcast = /podcastindex\.org\/namespace|:podcast\s*=|Podcastindex-org/i.test(
    rootAttributes + (items[0]?.xml ?? ''),
  );
  return {
    head: () => channelFromAtom(read(head), isPodcast ? asRss.head() : {}),
    items(pieces) {
      const entries = read(join(pieces)).entries ?? [];
      const extras = isPodcast ? asRss.items(pieces.map(renameToItem)) : [];
      if (isPodcast && extras.length !== entries.length) throw new Error('It cannot be told which entry says what');
      return entries.map((entry, index) => itemFromAtom(entry, extras[index] ?? {}));
    },
  };
}

function renameToItem({ xml, line }: Piece): Piece {
  return { xml: xml.replace(/^<[\w:.-]+/, '<item').replace(/<\/[\w:.-]+\s*>\s*$/, '</item>'), line };
}

function withoutDefaultNamespace(attributes: string): string {
  return attributes.replace(/(^|\s)xmlns\s*=\s*("[^"]*"|'[^']*')/gi, ' ');
}

function join(pieces: readonly Piece[]): string {
  return pieces.map(({ xml }) => xml).join('\n');
}

const contentLink = /<[\w.-]+:contentLink\b[^<>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** feedsmith reads them in live items alone, where the namespace has them; episodes carry them as well. */
function contentLinks(xml: string): string[] {
  if (xml.length > 500_000 || !/:contentLink\b/i.test(xml)) return [];
  const markup = xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  return [...markup.matchAll(contentLink)].map(([, double, single]) => decodeXML(double ?? single ?? ''));
}

/** https://www.w3.org/TR/xmlbase/ */
function baseOf({ rootAttributes, channelAttributes }: FeedPieces): string | undefined {
  const attribute = /(?:^|\s)xml:base\s*=\s*(?:"([^"]*)"|'([^']*)')/i;
  const match = attribute.exec(channelAttributes) ?? attribute.exec(rootAttributes);
  return match === null ? undefined : decodeXML(match[1] ?? match[2] ?? '');
}

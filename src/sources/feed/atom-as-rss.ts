// Atom in the shape of RSS, so that all that follows knows one shape.

import type { AtomFeed, RssFeed } from 'feedsmith';
import { known } from '../../text/known.ts';

type Links = AtomFeed.Feed<string>['links'];

/** @param extras what the same elements say where they are read as RSS: the podcast namespace. */
export function channelFromAtom(feed: AtomFeed.Feed<string>, { podcast }: RssFeed.Feed<string>): RssFeed.Feed<string> {
  const { title, subtitle, links, logo, icon, itunes, dc, xml } = feed;
  const image = logo ?? icon;
  return {
    ...known({ title: title?.value, description: subtitle?.value, link: pageOf(links), language: xml?.lang }),
    ...known({ itunes, dc, xml, podcast, image: image === undefined ? undefined : { url: image } }),
  };
}

/** As `channelFromAtom`. */
export function itemFromAtom(entry: AtomFeed.Entry<string>, { podcast }: RssFeed.Item<string>): RssFeed.Item<string> {
  const { id, title, summary, content, links = [], published, updated, itunes, psc, media, dc, xml } = entry;
  const enclosures = links
    .filter(({ rel }) => rel === 'enclosure')
    .map(({ href, type, length }) => known({ url: href, type, length }));
  return {
    ...known({ title: title?.value, description: summary?.value ?? content?.value, link: pageOf(links) }),
    ...known({ pubDate: published ?? updated, guid: id === undefined ? undefined : { value: id, isPermaLink: false } }),
    ...known({ itunes, psc, media, dc, xml, podcast }),
    enclosures,
    atom: { links },
  };
}

/** https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2: without a `rel`, it is the page. */
function pageOf(links: Links): string | undefined {
  return links?.find(({ rel }) => rel === undefined || rel === 'alternate')?.href;
}

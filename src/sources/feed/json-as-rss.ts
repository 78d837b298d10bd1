// JSON Feed (https://www.jsonfeed.org/version/1.1/) in the shape of RSS.

import { parseJsonFeed } from 'feedsmith';
import { known } from '../../text/known.ts';
import type { ParsedFeed } from './parse-xml.ts';

/** `undefined` where it is no JSON Feed. */
export function parseJsonAsRss(text: string): ParsedFeed | undefined {
  const feed = readJsonFeed(text);
  if (feed === undefined) return undefined;
  const { title, description, home_page_url: link, language, icon, authors, items = [] } = feed;
  return {
    channel: {
      ...known({ title, description, link, language, image: icon === undefined ? undefined : { url: icon } }),
      itunes: known({ author: authors?.[0]?.name }),
    },
    items: items.map((item) => ({
      contentLinks: item.external_url === undefined ? [] : [item.external_url],
      item: {
        ...known({ title: item.title, link: item.url, pubDate: item.date_published }),
        ...known({ description: item.summary ?? item.content_text ?? item.content_html }),
        ...known({ guid: item.id === undefined ? undefined : { value: item.id, isPermaLink: false } }),
        ...known({ dc: item.language === undefined ? undefined : { languages: [item.language] } }),
        itunes: known({ image: item.image, duration: item.attachments?.[0]?.duration_in_seconds }),
        enclosures: (item.attachments ?? []).map(({ url, mime_type: type }) => known({ url, type })),
      },
    })),
    broken: [],
    beyond: 0,
  };
}

function readJsonFeed(text: string) {
  try {
    return parseJsonFeed(JSON.parse(text));
  } catch {
    return undefined;
  }
}

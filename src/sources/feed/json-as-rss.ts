// JSON Feed (https://www.jsonfeed.org/version/1.1/) in the shape of RSS.

import { parseJsonFeed } from 'feedsmith';
import { known } from '../../text/known.ts';
import type { Item, ParsedFeed } from './parse-xml.ts';

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
        itunes: known({ image: item.image, duration: lengthOf(item.attachments) }),
        ...sortOut(item.attachments),
      },
    })),
    broken: [],
    beyond: 0,
  };
}

interface Attachment {
  readonly url?: string | undefined;
  readonly mime_type?: string | undefined;
  readonly duration_in_seconds?: number | undefined;
}

const chapters = /^application\/(json\+chapters|json-chapters)\b/i;
/** A page or a plain text beside an episode is seldom its transcript. */
const transcript = /^(application|text)\/(srt|x-srt|x-subrip|subrip|vtt|webvtt|json)\b/i;
const captions = /\.(srt|vtt)$/i;

/** JSON Feed has one list for all that belongs to an episode: what is heard, what was said, and where its parts begin. */
function sortOut(attachments: readonly Attachment[] = []): Pick<Item, 'enclosures' | 'podcast'> {
  const all = attachments.map(({ url, mime_type: type }) => known({ url, type }));
  const of = (isOne: (type: string, path: string) => boolean) =>
    all.filter(({ url = '', type = '' }) => isOne(type, url.split(/[?#]/, 1)[0] ?? ''));
  const transcripts = of(
    (type, path) =>
      !chapters.test(type) && (transcript.test(type) || (!/^(audio|video)\//i.test(type) && captions.test(path))),
  );
  const [parts] = of((type) => chapters.test(type));
  const enclosures = all.filter((one) => one !== parts && !transcripts.includes(one));
  if (transcripts.length === 0 && parts === undefined) return { enclosures };
  return { enclosures, podcast: { transcripts, ...known({ chapters: parts }) } };
}

function lengthOf(attachments: readonly Attachment[] = []): number | undefined {
  return attachments.find(({ duration_in_seconds: seconds }) => seconds !== undefined)?.duration_in_seconds;
}

function readJsonFeed(text: string) {
  try {
    return parseJsonFeed(JSON.parse(text));
  } catch {
    return undefined;
  }
}

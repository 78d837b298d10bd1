// A podcast on a server of this machine: its feed, its transcripts, and what it was asked for.
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { serve } from '../fetch/local-server.ts';

export interface Item {
  readonly guid: string;
  readonly title?: string;
  /** Paths on the server, each with the type it is offered as. */
  readonly transcripts?: Readonly<Record<string, string>>;
  readonly chapters?: string;
  /** What else stands in the item. */
  readonly more?: string;
}

export interface PodcastServer {
  readonly address: string;
  /** The server without a path. */
  readonly origin: string;
  /** To be changed by tests: what the feed shows, newest first. */
  items: readonly Item[];
  /** What stands in the channel besides. */
  channel: string;
  /** By path; a number is a status. */
  readonly files: Map<string, string | number>;
  /** What it was asked for since the last time it was looked at: the path, and 304 where that was the answer. */
  asked(): string[];
  /** How long an answer takes. */
  delayMs: number;
  /** So many transcripts are answered, and whoever asks for more waits. */
  left: number;
}

export async function servePodcast(items: readonly Item[] = [], title = 'Harbour Lights'): Promise<PodcastServer> {
  let asked: string[] = [];
  const podcast = {
    items,
    channel: '',
    delayMs: 0,
    left: Number.POSITIVE_INFINITY,
    files: new Map<string, string | number>(),
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '/';
    if (path === '/feed.xml') {
      const body = feedOf(title, podcast.channel, podcast.items, origin);
      const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
      const isSame = request.headers['if-none-match'] === etag;
      asked.push(isSame ? `${path} 304` : path);
      response.writeHead(isSame ? 304 : 200, { etag, 'content-type': 'application/rss+xml' });
      response.end(isSame ? undefined : body);
      return;
    }
    asked.push(path);
    if (podcast.left === 0) return;
    podcast.left -= 1;
    const file = podcast.files.get(path) ?? 404;
    if (typeof file === 'number') response.writeHead(file).end();
    else response.writeHead(200, { 'content-type': typeOf(path) }).end(file);
  };
  const origin = await serve((request, response) => {
    if (podcast.delayMs === 0) answer(request, response);
    else setTimeout(() => answer(request, response), podcast.delayMs);
  });
  return Object.assign(podcast, {
    origin,
    address: `${origin}/feed.xml`,
    asked: () => {
      const all = asked;
      asked = [];
      return all;
    },
  });
}

function feedOf(title: string, channel: string, items: readonly Item[], origin: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0">
<channel><title>${title}</title><language>en</language><link>https://harbour.example.org</link>${channel}
${items.map((item) => itemOf(item, origin)).join('\n')}
</channel></rss>`;
}

function itemOf(
  { guid, title = `Episode ${guid}`, transcripts = {}, chapters, more = '' }: Item,
  origin: string,
): string {
  const offers = Object.entries(transcripts).map(
    ([path, type]) => `<podcast:transcript url="${origin}${path}" type="${type}"/>`,
  );
  const marks =
    chapters === undefined ? '' : `<podcast:chapters url="${origin}${chapters}" type="application/json+chapters"/>`;
  const elsewhere = `<enclosure url="https://audio.example.org/${guid}.mp3" type="audio/mpeg" length="1"/>`;
  const sound = more.includes('<enclosure') ? '' : elsewhere;
  return `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title>${offers.join('')}${marks}${more}${sound}</item>`;
}

function typeOf(path: string): string {
  if (path.endsWith('.vtt')) return 'text/vtt';
  return path.endsWith('.json') ? 'application/json' : 'text/plain';
}

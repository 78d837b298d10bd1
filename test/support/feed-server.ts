// A podcast host for tests: feeds whose episodes a test can change, their transcripts, and everything that was asked of it.

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export interface ToldEpisode {
  readonly guid: string;
  readonly title: string;
  /** What Mira Castell says in it; absent: there is no transcript. */
  readonly words?: string;
  /** An address of its own for the audio. */
  readonly audio?: string;
}

export interface FeedServer {
  /** `http://127.0.0.1:4711`. */
  readonly url: string;
  /** By path (`/harbour.xml`): episodes, or how to answer instead. Changed by tests as they go. */
  readonly feeds: Map<string, ToldShow | ((response: ServerResponse) => void)>;
  /** `GET /harbour.xml`, with ` 304` where nothing had changed. */
  readonly asked: string[];
}

export interface ToldShow {
  readonly title: string;
  readonly episodes: readonly ToldEpisode[];
  /** `name:password`, wanted of whoever asks. */
  readonly wants?: string;
  /** More of the feed's own part, as XML. */
  readonly head?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export async function startFeedServer(): Promise<FeedServer> {
  const feeds: FeedServer['feeds'] = new Map();
  const asked: string[] = [];
  const server = createServer(({ method, url = '/', headers }, response) => {
    asked.push(`${method} ${url}`);
    const [, path = '', guid] = /^([^?#]+?\.xml)(?:\/(.+)\.vtt)?(?:\?.*)?$/.exec(url) ?? [];
    const show = feeds.get(path);
    if (show === undefined) return response.writeHead(404).end();
    if (typeof show === 'function') return show(response);
    if (show.wants !== undefined && headers.authorization !== `Basic ${btoa(show.wants)}`) {
      return response.writeHead(401).end();
    }
    if (guid !== undefined) {
      const words = show.episodes.find((episode) => episode.guid === guid)?.words;
      if (words === undefined) return response.writeHead(404).end();
      response.setHeader('content-type', 'text/vtt');
      return response.end(`WEBVTT\n\n00:01.000 --> 00:09.000\n<v Mira Castell>${words}\n`);
    }
    for (const [name, value] of Object.entries(show.headers ?? {})) response.setHeader(name, value);
    const text = feedOf(show, `http://${headers.host}${path}`);
    const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
    if (headers['if-none-match'] === etag) {
      asked.push(`${asked.pop()} 304`);
      return response.writeHead(304, { etag }).end();
    }
    response.writeHead(200, { 'content-type': 'application/rss+xml', etag }).end(text);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}`, feeds, asked };
}

function feedOf({ title, episodes, head = '' }: ToldShow, address: string): string {
  const items = episodes.map(({ guid, title, words, audio }) => {
    const transcript = `<podcast:transcript url="${address}/${guid}.vtt" type="text/vtt"/>`;
    return `<item><title>${title}</title><guid isPermaLink="false">${guid}</guid><pubDate>Sun, 01 Mar 2026 08:00:00 GMT</pubDate>
      <enclosure url="${audio ?? `${address}/${guid}.mp3`}" type="audio/mpeg" length="1"/>${words === undefined ? '' : transcript}</item>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"
      xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
    <title>${title}</title><language>en</language>${head}${items.join('\n')}</channel></rss>`;
}

// Says what an answer is that is no feed, and what to give instead.

import { Parser } from 'htmlparser2';
import { VerbatimError } from '../../errors.ts';
import { shownAddress } from '../../text/address.ts';
import { resolveLink } from './addresses.ts';

export interface Answered {
  readonly address: string;
  readonly file: string;
}

/** What a page links to is in its head. */
const longestHead = 300_000;

export function notAFeed(text: string, { address, file }: Answered): VerbatimError {
  const tell = (sentence: string) => new VerbatimError('unknown-format', sentence, { file });
  const start = text.trimStart().slice(0, 1000);
  if (start === '') return tell(`${file} answered with nothing. Check the address, or try again later.`);
  if (/^[{[]/.test(start)) return tell(`${file} is JSON, and no feed. ${mend}`);
  if (/^WEBVTT/.test(start)) return tell(`${file} is one transcript, not a feed. Save it as a file and import that.`);
  const root = /<(?![?!])([\w:.-]{1,40})/.exec(start)?.[1]?.toLowerCase();
  if (root === 'opml') {
    return tell(`${file} is a list of feeds (OPML), not a feed. Save it as a file and add the feeds from that.`);
  }
  if (isPage(text)) return tell(aboutPage(text, address, file));
  if (root !== undefined && start.startsWith('<'))
    return tell(`${file} is XML, and no feed: it begins with <${root}>. ${mend}`);
  return tell(`${file} is text, and no feed. ${mend}`);
}

const mend = 'Look for "RSS" on the podcast’s page, and give that address.';

function isPage(text: string): boolean {
  return /<(!doctype html|html|head|body|title|div)[\s>]/i.test(text.slice(0, 5000));
}

/** Pages say which feed is theirs: https://www.rssboard.org/rss-autodiscovery */
function aboutPage(page: string, address: string, file: string): string {
  if (/(^|\.)(youtube\.com|youtu\.be|vimeo\.com|twitch\.tv)$/.test(new URL(address).hostname)) {
    return `${file} is a page of videos, not a podcast’s feed. Save their subtitles as files (yt-dlp does), and import those.`;
  }
  const feeds = feedsOf(page, address);
  if (feeds.length === 0) return `${file} is a web page, not a feed, and names none. ${mend}`;
  return `${file} is a web page, not a feed. Give its feed instead: ${feeds.map(shownAddress).join(' or ')}`;
}

function feedsOf(page: string, address: string): string[] {
  const feeds = new Set<string>();
  const parser = new Parser({
    onopentag(name, { rel = '', type = '', href }) {
      const isFeed = /^application\/(rss|atom|feed)\+(xml|json)$/i.test(type.trim());
      const link = name === 'link' && isFeed && /\balternate\b/i.test(rel) ? resolveLink(href, address) : undefined;
      if (link !== undefined && feeds.size < 3) feeds.add(link);
    },
  });
  parser.end((page.slice(0, longestHead).match(/<link\b[^<>]*>/gi) ?? []).join(''));
  return [...feeds];
}

// The text of a feed to what it says: the podcast, its episodes, and what was wrong with it.

import { VerbatimError } from '../../errors.ts';
import { known } from '../../text/known.ts';
import type { EpisodeFacts, PodcastFacts, SourceEpisode } from '../source.ts';
import { resolveAddress, resolveLink } from './addresses.ts';
import { findBroken } from './broken-xml.ts';
import { cutFeed, type FeedPieces } from './cut.ts';
import { itemKey, ownGuid } from './identity.ts';
import { readFacts, readTranscripts } from './item-facts.ts';
import { parseJsonAsRss } from './json-as-rss.ts';
import { readLanguage } from './languages.ts';
import { notAFeed } from './not-a-feed.ts';
import { type Channel, type ParsedFeed, type ParsedItem, parseXmlFeed } from './parse-xml.ts';
import { readPeople } from './people.ts';
import { plainLine } from './plain-text.ts';
import type { OfferedTranscript } from './transcripts.ts';

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

export interface FeedItem {
  /** What it is known by. */
  readonly key: string;
  readonly facts: EpisodeFacts;
  readonly fallback: SourceEpisode['fallback'];
  readonly transcripts: readonly OfferedTranscript[];
  readonly chaptersAddress?: string;
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

/** Whoever reads of so many need not read of the rest. */
const mostProblems = 50;

function readItems({ channel, items, broken, beyond }: ParsedFeed, base: string, file: string) {
  const problem = (line: number | undefined, told: string) =>
    new VerbatimError('malformed', `${file}${line === undefined ? '' : `:${line}`}: ${told}`, {
      file,
      ...known({ line }),
    });
  const people = readPeople(channel.podcast?.persons);
  const read = new Map<string, FeedItem>();
  const problems = broken.map(({ line, what }) =>
    problem(line, `an episode is broken XML (${what}). It was left out.`),
  );
  let unheard = 0;
  for (const parsed of items) {
    const item = readItem(parsed, base, people);
    if (item === undefined) {
      problems.push(problem(parsed.line, 'an episode has neither guid, audio, link nor title. It was left out.'));
    } else if (read.has(item.key)) {
      problems.push(problem(parsed.line, `${told(item)} is there twice. The first one counts.`));
    } else if (item.transcripts.length === 0 && item.facts.audio === undefined) {
      unheard++;
    } else {
      read.set(item.key, item);
    }
  }
  if (unheard > 0 && read.size === 0) {
    problems.push(problem(undefined, 'none of its entries has audio or a transcript. Is it the feed of a podcast?'));
  }
  if (beyond > 0) {
    problems.unshift(
      problem(undefined, `only its first ${items.length + broken.length} episodes are read; ${beyond} more are not.`),
    );
  }
  const more = problems.length - mostProblems;
  const last = more > 0 ? [problem(undefined, `${more} more of its episodes were left out.`)] : [];
  return { items: [...read.values()], problems: [...problems.slice(0, mostProblems), ...last] };
}

function told({ key, facts }: FeedItem): string {
  return facts.title === undefined ? `the episode ${key}` : `"${facts.title}"`;
}

/** `undefined` where it says nothing by which it could be known again. */
function readItem(parsed: ParsedItem, feedBase: string, people: ReturnType<typeof readPeople>): FeedItem | undefined {
  const { item } = parsed;
  const base = resolveLink(item.xml?.base, feedBase) ?? feedBase;
  const facts = readFacts(parsed, base, people);
  const { audio, link, title, publishedAt } = facts;
  const key = itemKey(known({ guid: item.guid?.value, enclosure: audio, link, title, publishedAt }));
  if (key === undefined) return undefined;
  return {
    key,
    facts,
    fallback: { title: nameOfFile(audio) ?? publishedAt ?? key },
    transcripts: readTranscripts(item, base),
    ...known({ chaptersAddress: resolveAddress(item.podcast?.chapters?.url, base) }),
  };
}

function nameOfFile(address: string | undefined): string | undefined {
  const name =
    address === undefined
      ? undefined
      : new URL(address).pathname
          .split('/')
          .at(-1)
          ?.replace(/\.\w+$/, '');
  try {
    return name && decodeURIComponent(name).replaceAll('_', ' ');
  } catch {
    return name;
  }
}

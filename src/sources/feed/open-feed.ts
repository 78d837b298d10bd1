// Opens a feed: asks for it if it has changed, follows it where it has moved, and makes a source of it.

import { VerbatimError } from '../../errors.ts';
import type { Fetched, Fetcher } from '../../fetch/fetcher.ts';
import { shownAddress } from '../../text/address.ts';
import { known } from '../../text/known.ts';
import { lendCredentials } from '../../text/lend-credentials.ts';
import { publicAddress, resolveAddress } from './addresses.ts';
import { decodeFeed } from './encoding.ts';
import { episodesOf } from './feed-source.ts';
import { bareAddress, guidOfAddress } from './identity.ts';
import type { FeedRequest, OpenedFeed } from './opened-feed.ts';
import { type FeedDocument, readFeed } from './read-feed.ts';

export type { FeedRequest, OpenedFeed } from './opened-feed.ts';

/** A thousand episodes with long notes are 20 MB. */
export const largestFeedBytes = 64 * 1024 * 1024;
/** A feed that has moved more often than this within one check goes in circles. */
const mostMoves = 4;
const accept = 'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5';

/**
 * @throws VerbatimError what fetching throws, `malformed` (broken XML), `unreadable` (no text) or `unknown-format` (no feed:
 * the message says what it is, and which feed the page names).
 */
export async function openFeed(fetcher: Fetcher, request: FeedRequest): Promise<OpenedFeed> {
  const { signal } = request;
  const first = await fetchFeed(fetcher, request);
  if (first.kind === 'unchanged') return first;
  const { visit, problems } = await followMoves(fetcher, first, signal);
  const { address, document } = visit;
  const guid = request.guid ?? document.guid ?? guidOfAddress(address);
  const title = document.podcast.title ?? new URL(address).hostname;
  return {
    kind: 'fresh',
    address,
    guid,
    title,
    ...known({ etag: visit.etag, lastModified: visit.lastModified, freshSeconds: visit.freshSeconds }),
    ...known({ restSeconds: document.restSeconds }),
    source: {
      origin: shownAddress(address),
      name: guid,
      podcast: { ...document.podcast, title },
      episodes: episodesOf(document, { fetcher, address, ...known({ signal }) }),
      problems: [...problems, ...document.problems],
    },
  };
}

interface Visit {
  readonly kind: 'fresh';
  /** To be asked from now on. */
  readonly address: string;
  readonly document: FeedDocument;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly freshSeconds?: number;
}

async function fetchFeed(
  fetcher: Fetcher,
  { address: asked, etag, lastModified, signal }: FeedRequest,
  isOfOthers = false,
): Promise<Visit | Extract<OpenedFeed, { kind: 'unchanged' }>> {
  const url = resolveAddress(asked, 'about:blank');
  const file = shownAddress(asked);
  if (url === undefined) {
    throw new VerbatimError(
      'forbidden-address',
      `${file} is no address of a feed. Give one that begins with "https://".`,
      {
        file,
      },
    );
  }
  const conditions = known({ etag, lastModified, signal });
  const answer = await fetcher.fetch({ url, accept, mostBytes: largestFeedBytes, isOfOthers, ...conditions });
  const { movedTo } = answer;
  const address = movedTo === undefined ? url : lendCredentials(movedTo, url);
  if (answer.kind === 'unchanged') {
    return {
      kind: 'unchanged',
      address,
      ...known({ etag: answer.etag ?? etag, lastModified: answer.lastModified ?? lastModified }),
      ...known({ freshSeconds: answer.freshSeconds }),
    };
  }
  return {
    kind: 'fresh',
    address,
    document: readAnswer(answer, file),
    ...known({ etag: answer.etag, lastModified: answer.lastModified, freshSeconds: answer.freshSeconds }),
  };
}

function readAnswer(
  { body, charset, mediaType, url }: Extract<Fetched, { kind: 'fresh' }>,
  file: string,
): FeedDocument {
  if (/^(audio|video|image)\//.test(mediaType ?? '') && !/^\s*</.test(body.toString('latin1', 0, 100))) {
    const mend = 'Give the address of the podcast’s feed, not of one episode.';
    throw new VerbatimError('unknown-format', `${file} is ${mediaType}, not a feed. ${mend}`, { file });
  }
  return readFeed(decodeFeed(body, charset, file), { address: publicAddress(url), file });
}

/** Where the feed says that it has moved, and is there indeed. https://podcasters.apple.com/support/837-change-the-rss-feed-url */
async function followMoves(fetcher: Fetcher, from: Visit, signal: AbortSignal | undefined) {
  const seen = new Set([bareAddress(from.address)]);
  let visit = from;
  for (let moves = 0; moves < mostMoves; moves++) {
    const { movedTo } = visit.document;
    if (movedTo === undefined || seen.has(bareAddress(movedTo))) break;
    seen.add(bareAddress(movedTo));
    try {
      const address = lendCredentials(movedTo, visit.address);
      const isOfOthers = new URL(movedTo).hostname !== new URL(visit.address).hostname;
      const next = await fetchFeed(fetcher, { address, ...known({ signal }) }, isOfOthers);
      if (next.kind === 'unchanged' || pointsBack(next, seen)) break;
      checkSame(visit.document, next.document);
      visit = next;
    } catch (error) {
      if (signal?.aborted) throw error;
      return { visit, problems: [notMoved(visit, movedTo, error)] };
    }
  }
  return { visit, problems: [] };
}

/** Two feeds that name each other would take turns for ever. One that names itself is where it should be. */
function pointsBack({ address, document: { movedTo } }: Visit, seen: ReadonlySet<string>): boolean {
  if (movedTo === undefined) return false;
  const named = bareAddress(movedTo);
  return seen.has(named) && named !== bareAddress(address);
}

function checkSame(before: FeedDocument, after: FeedDocument): void {
  if (before.guid === undefined || after.guid === undefined || before.guid === after.guid) return;
  throw new Error('there is another podcast.');
}

function notMoved({ address }: Visit, movedTo: string, cause: unknown): VerbatimError {
  const file = shownAddress(address);
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new VerbatimError(
    'bad-response',
    `${file} says that it has moved to ${shownAddress(movedTo)}, but: ${reason} It is read where it was.`,
    { file, cause },
  );
}

// A feed as a source of episodes: what to fetch for each, and how to tell that nothing has changed.

import { createHash } from 'node:crypto';
import { VerbatimError } from '../../errors.ts';
import type { Fetcher } from '../../fetch/fetcher.ts';
import { shownAddress } from '../../text/address.ts';
import { decodeText } from '../../text/decode.ts';
import { known } from '../../text/known.ts';
import { lendCredentials } from '../../text/lend-credentials.ts';
import type { EpisodeFacts, SourceEpisode, TranscriptOffer } from '../source.ts';
import { largestTranscriptBytes, transcriptText } from '../transcript-text.ts';
import { readChapters } from './chapters.ts';
import { nameOfLanguage } from './languages.ts';
import { withoutKeys } from './private-links.ts';
import type { FeedDocument } from './read-feed.ts';
import type { FeedItem } from './read-items.ts';
import { byLanguage, type InOneLanguage, type OfferedTranscript } from './transcripts.ts';

export interface FeedServer {
  readonly fetcher: Fetcher;
  /** The feed's own, a name and a password in it included: what lies on the same server is asked for with them. */
  readonly address: string;
  readonly signal?: AbortSignal;
}

/** In the feed's order; an item is one episode for each language that it has transcripts in. */
export function episodesOf({ podcast, items }: FeedDocument, server: FeedServer): SourceEpisode[] {
  return items.flatMap((item) => {
    const { own, others } = byLanguage(item.transcripts, podcast.language);
    return [
      episodeOf(item, item.key, ownFacts(item, own, podcast.language), own.transcripts, server),
      ...others.map(({ language, transcripts }) =>
        episodeOf(item, `${item.key} (${language})`, translatedFacts(item, language), transcripts, server),
      ),
    ];
  });
}

function ownFacts({ facts }: FeedItem, { language }: InOneLanguage, podcastLanguage: string | undefined): EpisodeFacts {
  return language === undefined || language === podcastLanguage ? facts : { ...facts, language };
}

/** One of two episodes of the same title says which it is. */
function translatedFacts({ facts, fallback }: FeedItem, language: string): EpisodeFacts {
  return { ...facts, language, title: `${facts.title ?? fallback.title} (${nameOfLanguage(language)})` };
}

function episodeOf(
  { fallback, chaptersAddress }: FeedItem,
  path: string,
  facts: EpisodeFacts,
  transcripts: readonly OfferedTranscript[],
  server: FeedServer,
): SourceEpisode {
  return {
    path,
    file: `${shownAddress(server.address)} "${facts.title ?? fallback.title}"`,
    facts: withoutKeys(facts, server.address),
    fallback,
    offers: transcripts.map((transcript) => offerOf(transcript, server)),
    fingerprint: hash([facts, fallback, transcripts, chaptersAddress]),
    ...(chaptersAddress !== undefined && {
      more: async () => {
        const { body } = await fetchWhole(server, chaptersAddress, 'application/json+chapters, application/json');
        const file = shownAddress(chaptersAddress);
        return { chapters: readChapters(decodeText(body, file), file) };
      },
    }),
  };
}

function hash(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

function offerOf({ address, mediaType }: OfferedTranscript, server: FeedServer): TranscriptOffer {
  const file = shownAddress(address);
  return {
    file,
    ...known({ mediaType }),
    async load() {
      const answer = await fetchWhole(server, address, mediaType === undefined ? '*/*' : `${mediaType}, */*;q=0.5`);
      const text = transcriptText(answer.body, file);
      // Sites answer with a page of theirs where a file is gone; its words are nobody's in the episode.
      if (/\b(vtt|json|srt|subrip)\b/.test(mediaType ?? '') && /^\s*<(!doctype html|html)[\s>]/i.test(text)) {
        const mend = 'Tell whoever makes the feed.';
        throw new VerbatimError('bad-response', `${file} is a web page instead of a transcript. ${mend}`, { file });
      }
      return text;
    },
  };
}

async function fetchWhole({ fetcher, address, signal }: FeedServer, url: string, accept: string) {
  const isOfOthers = new URL(url).hostname !== new URL(address).hostname;
  const request = { url: lendCredentials(url, address), accept, mostBytes: largestTranscriptBytes, isOfOthers };
  const answer = await fetcher.fetch({ ...request, ...known({ signal }) });
  if (answer.kind === 'fresh') return answer;
  const file = shownAddress(url);
  throw new VerbatimError('bad-response', `${file} answered that nothing has changed, which nobody asked.`, { file });
}

// Episodes for tests of the library, as an import would hand them in.

import type { EpisodeRecord } from '../../src/library/library.ts';
import type { Episode, Podcast } from '../../src/model.ts';
import type { TranscriptSegment } from '../../src/transcripts/transcript.ts';

export const podcast: Podcast = { id: 'harbour-lights', title: 'Harbour Lights', language: 'en' };

export function record(
  id: string,
  segments: readonly TranscriptSegment[],
  facts: Partial<Episode> = {},
  rest: Partial<EpisodeRecord> = {},
): EpisodeRecord {
  return {
    podcast,
    origin: '/podcasts/harbour-lights',
    contentHash: `hash of ${id}`,
    segments,
    ...rest,
    episode: {
      id,
      podcastId: (rest.podcast ?? podcast).id,
      title: `Episode ${id}`,
      source: `harbour-lights/${id}.vtt`,
      language: 'en',
      links: {},
      people: [],
      ...facts,
    },
  };
}

export function said(speaker: string, ...texts: readonly string[]): TranscriptSegment[] {
  return texts.map((text) => ({ speaker, text }));
}

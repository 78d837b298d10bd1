// A hit as `--json` prints it (docs/cli.md): what is unknown is absent.

import { momentLinks } from '../links/moment-links.ts';
import type { Hit } from '../search/search.ts';
import { isPrivate } from '../text/private-address.ts';

export function hitJson({ podcast, episode, segment, quote, score }: Hit): object {
  return {
    podcast: podcast.title,
    episode: {
      id: episode.id,
      title: episode.title,
      publishedAt: episode.publishedAt,
      link: episode.link !== undefined && isPrivate(episode.link) ? undefined : episode.link,
      source: episode.source,
      ...(episode.transcript === 'machine-made' ? { machineMade: true } : {}),
    },
    speaker: segment.speaker?.name,
    startSeconds: segment.startSeconds,
    segment: segment.text,
    quote: quote.text,
    highlights: quote.highlights,
    link: momentLinks(episode, segment, quote.text)[0]?.url,
    score,
  };
}

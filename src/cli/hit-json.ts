// A hit as `--json` prints it (docs/configuration.md): what is unknown is absent.

import { momentLinks } from '../links/moment-links.ts';
import { quotedMoment } from '../links/quoted-moment.ts';
import type { Hit } from '../search/search.ts';
import { isPrivate } from '../text/private-address.ts';

export function hitJson({ podcast, episode, segment, quote, score }: Hit): object {
  const moment = quotedMoment(segment, quote.text);
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
    startSeconds: moment.startSeconds,
    timing: moment.timing,
    segment: segment.text,
    quote: quote.text,
    highlights: quote.highlights,
    link: momentLinks(episode, moment, quote.text)[0]?.url,
    score,
  };
}

// The moment of a quote as links with names: the best first, labelled with the time, the others with their place.

import type { Messages } from '../../src/i18n/messages.ts';
import type { MomentLink, Place } from '../../src/links/links.ts';
import { momentLinks } from '../../src/links/moment-links.ts';
import { type QuotedMoment, quotedMoment } from '../../src/links/quoted-moment.ts';
import type { Episode, Placed } from '../../src/model.ts';
import { formatTimecode } from '../../src/text/timecode.ts';

interface PlaceLink {
  readonly label: string;
  readonly url: string;
}

export interface PlaceLinks {
  /** "▶ 2:11"; "2:11" without a `url` where the time is known and no place to hear it; absent where neither is. */
  readonly moment?: { readonly label: string; readonly url?: string };
  readonly others: readonly PlaceLink[];
}

const brands: Readonly<Record<Exclude<Place, 'web' | 'audio'>, string>> = {
  youtube: 'YouTube',
  spotify: 'Spotify',
  soundcloud: 'SoundCloud',
  apple: 'Apple Podcasts',
  pocketcasts: 'Pocket Casts',
  podlove: 'Podlove',
  podigee: 'Podigee',
};

/** `shown` is the quote as people see it: where a page has no times, the link lands on its words. */
export function placeLinks({ episode, segment }: Placed, shown: string, messages: Messages): PlaceLinks {
  const quoted = quotedMoment(segment, shown);
  const [best, ...rest] = momentLinks(episode, quoted, shown);
  const others = rest.map(({ place, url }) => ({ label: placeName(place, messages), url }));
  const time = momentTime(quoted, messages);
  if (best === undefined) return time === undefined ? { others } : { moment: { label: time }, others };
  return { moment: { label: momentLabel(best, time, messages), url: best.url }, others };
}

/** An episode's places, none at a moment. */
export function episodePlaces(episode: Episode, messages: Messages): readonly PlaceLink[] {
  return momentLinks(episode, {}, '').map(({ place, url }) => ({ label: placeName(place, messages), url }));
}

/** "2:11", "~2:11" where it lies between two times that are known. */
export function momentTime({ startSeconds, timing }: QuotedMoment, messages: Messages): string | undefined {
  if (startSeconds === undefined) return undefined;
  const time = formatTimecode(startSeconds);
  return timing === 'interpolated' ? messages.about(time) : time;
}

/** A link that does not carry the time leads to the words on a page, or to an episode's start. */
function momentLabel({ place, startSeconds }: MomentLink, time: string | undefined, messages: Messages): string {
  if (startSeconds !== undefined && time !== undefined) return `▶ ${time}`;
  const act = place === 'web' ? messages.read : messages.listen;
  return time === undefined ? act : `${act} · ${time}`;
}

function placeName(place: Place, messages: Messages): string {
  return place === 'web' || place === 'audio' ? messages.places[place] : brands[place];
}

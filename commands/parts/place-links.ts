// The moment of a quote as links with names: the best first, labelled with the time, the others with their place.

import type { Messages } from '../../src/i18n/messages.ts';
import type { Episode, Placed, Segment } from '../../src/model.ts';

interface PlaceLink {
  readonly label: string;
  readonly url?: string;
}

const brands: Readonly<Record<string, string>> = {
  youtube: 'YouTube',
  spotify: 'Spotify',
  soundcloud: 'SoundCloud',
  apple: 'Apple Podcasts',
  pocketcasts: 'Pocket Casts',
  podlove: 'Podlove',
  podigee: 'Podigee',
};

export function placeLinks({ episode, segment }: Placed, _shown: string, messages: Messages): readonly PlaceLink[] {
  const places = Object.entries({ ...episode.links, web: episode.link, audio: episode.audio });
  const [best, ...others] = places.flatMap(([place, url]) => (url === undefined ? [] : [{ place, url }]));
  const time = segment.startSeconds === undefined ? undefined : clock(segment.startSeconds);
  if (best === undefined) return time === undefined ? [] : [{ label: momentLabel(time, segment.timing, messages) }];
  const label = time === undefined ? placeLabel(best.place, messages) : momentLabel(time, segment.timing, messages);
  return [{ label, url: best.url }, ...others.map(({ place, url }) => ({ label: placeName(place, messages), url }))];
}

/** An episode's places, none at a moment. */
export function episodePlaces(episode: Episode, messages: Messages): readonly { label: string; url: string }[] {
  const places = Object.entries({ ...episode.links, web: episode.link, audio: episode.audio });
  return places.flatMap(([place, url]) => (url === undefined ? [] : [{ label: placeName(place, messages), url }]));
}

function momentLabel(time: string, timing: string | undefined, messages: Messages): string {
  return `▶ ${timing === 'interpolated' ? messages.about(time) : time}`;
}

function placeLabel(place: string, messages: Messages): string {
  return place === 'web' ? messages.read : messages.listen;
}

function placeName(place: string, messages: Messages): string {
  if (place === 'web' || place === 'audio') return messages.places[place];
  return brands[place] ?? place;
}

export function placeTime({ startSeconds }: Pick<Segment, 'startSeconds'>): string | undefined {
  return startSeconds === undefined ? undefined : clock(startSeconds);
}

function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

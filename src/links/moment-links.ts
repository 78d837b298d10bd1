// All links to the moment of a quote, best first.

import type { Episode, Player } from '../model.ts';
import { isPrivate } from '../text/private-address.ts';
import { linkApple } from './apple.ts';
import type { MomentLink, TimeLink } from './links.ts';
import { linkMediaFragment } from './media-fragment.ts';
import { linkPocketcasts } from './pocketcasts.ts';
import type { QuotedMoment } from './quoted-moment.ts';
import { linkSoundcloud } from './soundcloud.ts';
import { linkSpotify } from './spotify.ts';
import { linkTextFragment } from './text-fragment.ts';
import { linkYoutube } from './youtube.ts';

/** In the order of preference: where most people can listen at once, without an account or an app, first. */
const players: readonly (readonly [Player, TimeLink])[] = [
  ['youtube', linkYoutube],
  ['spotify', linkSpotify],
  ['soundcloud', linkSoundcloud],
  ['apple', linkApple],
  ['pocketcasts', linkPocketcasts],
  ['podlove', linkMediaFragment],
  ['podigee', linkMediaFragment],
];

/**
 * The places that the episode names, each leading to the moment of the quote; `shown` is the quote as people see it.
 * With a known time a player comes first; without one, the web page at the words does, and no link carries a time.
 * Addresses that are no http(s) URL are passed over, and those with a password or a token in them, also where that was taken out: a quote is read by many,
 * and a member's token opens the whole feed in that member's name.
 */
export function momentLinks(
  episode: Pick<Episode, 'links' | 'link' | 'audio' | 'audioLocked'>,
  { startSeconds, timing }: QuotedMoment,
  shown: string,
): readonly MomentLink[] {
  const seconds = startSeconds === undefined ? undefined : Math.max(0, Math.floor(startSeconds));
  const approximate = timing === 'interpolated';

  const timed = (place: MomentLink['place'], address: string | undefined, link: TimeLink): MomentLink[] => {
    const url = parseAddress(address);
    if (url === undefined) return [];
    if (seconds === undefined) return [{ place, url: url.href, approximate: false }];
    return [{ place, url: link(url, seconds).href, startSeconds: seconds, approximate }];
  };

  const page = parseAddress(episode.link);
  const web: MomentLink[] =
    page === undefined
      ? []
      : isTimedPage(page)
        ? timed('web', page.href, linkMediaFragment)
        : [{ place: 'web', url: linkTextFragment(page, shown).href, approximate: false }];
  const heard = players.flatMap(([player, link]) => timed(player, episode.links[player], link));
  const audio = timed('audio', episode.audioLocked ? undefined : episode.audio, linkMediaFragment);
  return seconds === undefined ? [...web, ...heard, ...audio] : [...heard, ...audio, ...web];
}

/** Podigee hosts its shows' pages itself; they all carry its player. */
function isTimedPage(page: URL): boolean {
  return page.hostname.endsWith('.podigee.io') || page.hostname.endsWith('.podigee.com');
}

function parseAddress(address: string | undefined): URL | undefined {
  if (address === undefined || !URL.canParse(address) || isPrivate(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

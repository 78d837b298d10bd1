// Which player an address belongs to, where it is that of one episode: shows' and channels' pages know no moment.

import type { Player } from '../../model.ts';

const players: readonly (readonly [Player, RegExp])[] = [
  [
    'youtube',
    /^(?:www\.|m\.|music\.)?youtube(?:-nocookie)?\.com\/(?:watch\?(?:.*&)?v=|(?:embed|live|shorts|v)\/)[\w-]{6,}/,
  ],
  ['youtube', /^youtu\.be\/[\w-]{6,}/],
  ['spotify', /^open\.spotify\.com\/(?:intl-\w+\/)?(?:embed\/)?episode\/\w+/],
  ['apple', /^(?:podcasts|itunes)\.apple\.com\/.*[?&]i=\d+/],
  [
    'soundcloud',
    /^(?:www\.|m\.)?soundcloud\.com\/(?!(?:you|search|discover|charts)\/)[^/?]+\/(?!(?:sets|tracks|albums|likes|reposts)(?:[/?]|$))[^/?]+/,
  ],
  ['pocketcasts', /^(?:pca\.st\/episode\/[\w-]+|(?:play\.)?pocketcasts\.com\/(?:.*\/)?podcasts?\/[\w-]+\/[\w-]+)/],
];

/** @param address http(s). */
export function playerOf(address: string): Player | undefined {
  const { host, pathname, search } = new URL(address);
  const place = `${host}${pathname}${search}`;
  return players.find(([, shape]) => shape.test(place))?.[0];
}

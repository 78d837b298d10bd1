// Keeps the key of a private feed out of what people are shown: such feeds repeat it in the addresses of their audio.

import type { EpisodeFacts } from '../source.ts';

const keyName = /auth|token|key|secret|sig|pass|user/i;

/** The facts without the addresses that would let everybody in. */
export function withoutKeys(facts: EpisodeFacts, feedAddress: string): EpisodeFacts {
  const keys = [...new URL(feedAddress).searchParams]
    .filter(([name, value]) => keyName.test(name) && value.length >= 8)
    .map(([, value]) => value);
  if (keys.length === 0) return facts;
  const isPublic = (address: string | undefined) => address === undefined || !keys.some((key) => hasKey(address, key));
  const { link, audio, image, links = {}, ...rest } = facts;
  const shown = Object.entries({ link, audio, image }).filter(
    ([, address]) => address !== undefined && isPublic(address),
  );
  const heard = Object.entries(links).filter(([, address]) => isPublic(address));
  return { ...rest, ...Object.fromEntries(shown), ...(heard.length > 0 && { links: Object.fromEntries(heard) }) };
}

function hasKey(address: string, key: string): boolean {
  return address.includes(key) || address.includes(encodeURIComponent(key));
}

// The temporal media fragment `#t=` in seconds: audio files, and pages with a Podlove or Podigee player.
// https://www.w3.org/TR/media-frags/#naming-time · https://docs.podlove.org/podlove-web-player/

import type { TimeLink } from './links.ts';

export const linkMediaFragment: TimeLink = (url, startSeconds) => {
  const link = new URL(url);
  link.hash = `t=${startSeconds}`;
  return link;
};

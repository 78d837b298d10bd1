// YouTube: `?t=` on watch pages and short links. Embedded players know only `start`, so they become watch pages.
// https://support.google.com/youtube/answer/57741 (share a video from a moment)

import type { TimeLink } from './links.ts';

const embedded = /^\/(?:embed|live|shorts|v)\/([\w-]+)/;

export const linkYoutube: TimeLink = (url, startSeconds) => {
  const id = embedded.exec(url.pathname)?.[1];
  const link = id === undefined ? new URL(url) : new URL(`https://www.youtube.com/watch?v=${id}`);
  link.searchParams.delete('start');
  link.searchParams.set('t', String(startSeconds));
  return link;
};

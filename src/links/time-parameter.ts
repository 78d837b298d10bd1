// A moment as the query parameter `t`, in whole seconds.

import type { TimeLink } from './links.ts';

export const withTimeParameter: TimeLink = (url, startSeconds) => {
  const link = new URL(url);
  link.searchParams.set('t', String(startSeconds));
  return link;
};

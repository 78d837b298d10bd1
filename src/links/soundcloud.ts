// SoundCloud: `#t=2:11`, as its own "share at" box writes it.

import { formatTimecode } from '../text/timecode.ts';
import type { TimeLink } from './links.ts';

export const linkSoundcloud: TimeLink = (url, startSeconds) => {
  const link = new URL(url);
  link.hash = `t=${formatTimecode(startSeconds)}`;
  return link;
};

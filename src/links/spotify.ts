// Spotify: `?t=` in seconds on an episode's page, as its own "share at current time" writes it.

import type { TimeLink } from './links.ts';
import { withTimeParameter } from './time-parameter.ts';

export const linkSpotify: TimeLink = withTimeParameter;

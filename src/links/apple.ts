// Apple Podcasts: `&t=` in seconds on an episode's page (`?i=…`).

import type { TimeLink } from './links.ts';
import { withTimeParameter } from './time-parameter.ts';

export const linkApple: TimeLink = withTimeParameter;

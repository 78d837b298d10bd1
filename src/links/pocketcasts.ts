// Pocket Casts: `?t=` in seconds on an episode's share page (https://pca.st/…).

import type { TimeLink } from './links.ts';
import { withTimeParameter } from './time-parameter.ts';

export const linkPocketcasts: TimeLink = withTimeParameter;

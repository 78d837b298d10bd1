// How Verbatim introduces itself to those who run podcasts' servers.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { lazy } from '../text/lazy.ts';

export const userAgent = lazy(() => {
  const about: { version: string; homepage?: string } = JSON.parse(
    readFileSync(join(packageRoot, 'package.json'), 'utf8'),
  );
  return `Verbatim/${about.version} (${about.homepage ? `+${about.homepage}` : 'podcast quote bot'})`;
});

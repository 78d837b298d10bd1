// What the subcommands of `verbatim feeds` work with: the library, the web, and a Ctrl-C that ends the work in good order.

import { readEnvironment } from '../../config.ts';
import type { ByHandParts } from '../../feeds/follow.ts';
import { withRests } from '../../feeds/rests.ts';
import { createFetcher } from '../../fetch/create-fetcher.ts';
import { importFeed } from '../../ingest/feed.ts';
import type { Library } from '../../library/library.ts';
import { openLibrary } from '../../library/sqlite/open.ts';
import { readFetchAllow } from '../../settings.ts';
import { onFirstInterrupt } from '../first-interrupt.ts';
import { chosenLibrary, type LibraryOption } from '../library-option.ts';
import { tellTroubleOnce } from '../tell-trouble.ts';

export interface OpenFeeds extends ByHandParts {
  readonly library: Library;
  readonly signal: AbortSignal;
}

/** Says first what somebody should hear: it is whoever uses the command line next that is told. */
export async function withFeeds(options: LibraryOption, work: (feeds: OpenFeeds) => Promise<void>): Promise<void> {
  const fetcher = withRests(createFetcher({ allow: readFetchAllow(readEnvironment()) }));
  const library = await openLibrary(chosenLibrary(options), { access: 'write' });
  const interrupt = onFirstInterrupt();
  const now = () => new Date();
  try {
    await tellTroubleOnce(library);
    await work({
      library,
      read: (feed, reading) => importFeed(library, fetcher, feed, reading),
      now,
      chance: Math.random,
      signal: interrupt.signal,
    });
  } finally {
    interrupt.forget();
    await fetcher.close();
    await library.close();
  }
}

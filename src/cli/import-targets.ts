// What an import was asked for: paths on this machine, addresses of feeds, and lists of such addresses (OPML).

import { readFeedAddress } from '../feeds/feed-address.ts';
import { failureOf } from '../ingest/failure.ts';
import type { ImportFailure } from '../ingest/report.ts';
import { lookAt, readFeedList } from './feed-list.ts';

export interface Targets {
  readonly paths: readonly string[];
  /** Each once, in the order in which they were named. */
  readonly addresses: readonly string[];
  /** Lists that cannot be read, and entries of lists that are no feed's. */
  readonly problems: readonly ImportFailure[];
}

/** `https:`, `feed:`; a drive (`C:`) is one letter. */
const scheme = /^[a-z][a-z\d+.-]+:/i;

export function sortOut(named: readonly string[]): Targets {
  const paths: string[] = [];
  const addresses = new Set<string>();
  const problems: ImportFailure[] = [];
  for (const one of named) {
    const info = lookAt(one);
    const address = info === undefined && scheme.test(one) ? (readFeedAddress(one) ?? one) : undefined;
    if (address !== undefined) addresses.add(address);
    else if (info?.isFile() && /\.opml$/i.test(one)) {
      try {
        const list = readFeedList(one);
        for (const feed of list.feeds) addresses.add(feed.address);
        problems.push(...list.problems.map((problem) => failureOf(problem)));
      } catch (error) {
        problems.push(failureOf(error, one));
      }
    } else paths.push(one);
  }
  return { paths, addresses: [...addresses], problems };
}

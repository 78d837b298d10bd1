// What an import was asked for: paths on this machine, addresses of feeds, and lists of such addresses (OPML).

import { readFileSync, statSync } from 'node:fs';
import { VerbatimError } from '../errors.ts';
import { readFeedAddress } from '../feeds/feed-address.ts';
import { failureOf } from '../ingest/failure.ts';
import type { ImportFailure } from '../ingest/report.ts';
import { readOpml } from '../sources/opml.ts';

export interface Targets {
  readonly paths: readonly string[];
  /** Each once, in the order in which they were named. */
  readonly addresses: readonly string[];
  /** Lists that cannot be read, and entries of lists that are no feed's. */
  readonly problems: readonly ImportFailure[];
}

/** `https:`, `feed:`; a drive (`C:`) is one letter. */
const scheme = /^[a-z][a-z\d+.-]+:/i;
const mostListBytes = 20 * 1024 * 1024;

export function sortOut(named: readonly string[]): Targets {
  const paths: string[] = [];
  const addresses = new Set<string>();
  const problems: ImportFailure[] = [];
  for (const one of named) {
    const info = statSync(one, { throwIfNoEntry: false });
    const address = info === undefined && scheme.test(one) ? (readFeedAddress(one) ?? one) : undefined;
    if (address !== undefined) addresses.add(address);
    else if (info?.isFile() && /\.opml$/i.test(one)) {
      try {
        if (info.size > mostListBytes) throw new VerbatimError('too-large', `${one} is too large for a list of feeds.`);
        const list = readOpml(readFileSync(one), one);
        for (const feed of list.feeds) addresses.add(feed.address);
        problems.push(...list.problems.map((problem) => failureOf(problem)));
      } catch (error) {
        problems.push(failureOf(error, one));
      }
    } else paths.push(one);
  }
  return { paths, addresses: [...addresses], problems };
}

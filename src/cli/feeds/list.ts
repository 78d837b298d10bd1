// `verbatim feeds list`: the feeds that are followed, and how they are.

import { Command } from 'commander';
import type { Library } from '../../library/library.ts';
import { openLibrary } from '../../library/sqlite/open.ts';
import { shownAddress } from '../../text/address.ts';
import { commandLine } from '../../text/command-line.ts';
import { chosenLibrary, type LibraryOption, libraryOption } from '../library-option.ts';
import { terminalFeatures } from '../terminal-features.ts';
import { feedTable, type ListedFeed, stateOf } from './feed-table.ts';

interface Options extends LibraryOption {
  readonly json?: boolean;
}

export function listCommand(): Command {
  return new Command('list')
    .description(
      'lists the feeds that are followed: episodes, how many of them await a transcript, last and next check',
    )
    .option('--json', 'prints JSON and nothing else')
    .addOption(libraryOption())
    .action(async (options: Options) => {
      const library = await openLibrary(chosenLibrary(options), { access: 'read' });
      try {
        const listed = await listFeeds(library);
        process.stdout.write(`${options.json ? JSON.stringify({ feeds: listed.map(toJson) }) : tell(listed)}\n`);
      } finally {
        await library.close();
      }
    });
}

function tell(listed: readonly ListedFeed[]): string {
  if (listed.length === 0) return `No feed is followed. Follow one: ${commandLine('feeds add https://…')}`;
  return feedTable(listed, new Date(), terminalFeatures(process.stdout).columns);
}

async function listFeeds(library: Library): Promise<readonly ListedFeed[]> {
  const listed: ListedFeed[] = [];
  for (const feed of await library.feeds()) {
    const { podcastId } = feed;
    const count = async (awaiting: boolean): Promise<number> => {
      if (podcastId === undefined) return 0;
      const filter = awaiting ? { podcastId, awaiting } : { podcastId };
      return (await library.episodes(filter, { offset: 0, limit: 0 })).total;
    };
    listed.push({ feed, episodes: await count(false), awaiting: await count(true) });
  }
  return listed;
}

/** The address without what opens a private feed. */
function toJson({ feed, episodes, awaiting }: ListedFeed): object {
  const {
    title,
    address,
    etag: _,
    lastModified: _modified,
    restSeconds: _rest,
    toldLog: _log,
    toldPerson: _person,
    ...told
  } = feed;
  return { title, address: shownAddress(address), state: stateOf(feed), episodes, awaiting, ...told };
}

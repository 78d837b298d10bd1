// `verbatim feeds export`: the feeds that are followed as a list (OPML) that other podcast programs read.

import { Command } from 'commander';
import { openLibrary } from '../../library/sqlite/open.ts';
import { type OpmlFeed, writeOpml } from '../../sources/opml.ts';
import { isPrivate } from '../../text/private-address.ts';
import { counted } from '../counted.ts';
import { chosenLibrary, type LibraryOption, libraryOption } from '../library-option.ts';

interface Options extends LibraryOption {
  readonly private?: boolean;
}

export function exportCommand(): Command {
  return new Command('export')
    .description('prints the feeds that are followed as OPML, for another podcast program or another Verbatim')
    .option('--private', 'private feeds as well, with what opens them: keep that list to yourself')
    .addOption(libraryOption())
    .action(async (options: Options) => {
      const library = await openLibrary(chosenLibrary(options), { access: 'read' });
      try {
        const all = await library.feeds();
        const chosen = options.private ? all : all.filter(({ address }) => !isPrivate(address));
        const listed = chosen.map(
          ({ address, title }): OpmlFeed => (title === undefined ? { address } : { address, title }),
        );
        process.stdout.write(`${writeOpml(listed, new Date()).trimEnd()}\n`);
        const left = all.length - chosen.length;
        if (left > 0) process.stderr.write(`${counted(left, 'private feed')} left out; --private takes them along.\n`);
      } finally {
        await library.close();
      }
    });
}

// `verbatim stats`: what the library holds.

import { Command } from 'commander';
import { openLibrary } from '../library/sqlite/open.ts';
import { chosenLibrary, type LibraryOption, libraryOption } from './library-option.ts';

interface Options extends LibraryOption {
  readonly json?: boolean;
}

export function statsCommand(): Command {
  return new Command('stats')
    .description(
      'says what the library holds: podcasts, episodes, those that await a transcript, speakers, segments, bytes',
    )
    .option('--json', 'prints JSON and nothing else')
    .addOption(libraryOption())
    .action(async (options: Options) => {
      const library = await openLibrary(chosenLibrary(options), { access: 'read' });
      try {
        const stats = await library.stats();
        process.stdout.write(`${options.json ? JSON.stringify(stats) : tableOf(Object.entries(stats))}\n`);
      } finally {
        await library.close();
      }
    });
}

function tableOf(entries: readonly (readonly [name: string, value: number])[]): string {
  const rows = entries.map(([name, value]) => [name, value.toLocaleString('en')] as const);
  const width = Math.max(...rows.map(([, value]) => value.length));
  return rows.map(([name, value]) => `${name.padEnd(10)}${value.padStart(width)}`).join('\n');
}

// `verbatim chat`: the bot at a prompt, with the same commands and buttons as in the chats.

import { userInfo } from 'node:os';
import { Command } from 'commander';
import { commands } from '../../commands/index.ts';
import { createTerminalAdapter } from '../adapters/terminal/adapter.ts';
import { createStyle } from '../adapters/terminal/style.ts';
import { createBot } from '../bot/bot.ts';
import { paces } from '../bot/pace.ts';
import { readEnvironment, terminalLocale } from '../config.ts';
import { localeFor } from '../i18n/languages.ts';
import { openLibrary } from '../library/sqlite/open.ts';
import { createLog } from '../log.ts';
import { createSearch } from '../search/create-search.ts';
import { chosenLibrary, type LibraryOption, libraryOption } from './library-option.ts';
import { createMemoryState } from './memory-state.ts';
import { terminalFeatures } from './terminal-features.ts';

export function chatCommand(): Command {
  return new Command('chat')
    .description('a prompt that answers as the bot does in Discord and Slack: /quote tiktok, then buttons by number')
    .addOption(libraryOption())
    .action(async (options: LibraryOption) => {
      const library = await openLibrary(chosenLibrary(options), { access: 'read' });
      const log = await createLog('error');
      const environment = readEnvironment();
      const defaultLocale = localeFor(environment.DEFAULT_LOCALE, 'en');
      const bot = createBot({
        commands,
        search: createSearch(library),
        library,
        state: createMemoryState(),
        log,
        defaultLocale,
        pace: paces.prompt,
      });
      try {
        await new Promise<void>((onLeave, fail) => {
          const adapter = createTerminalAdapter({
            bot,
            input: process.stdin,
            output: process.stdout,
            style: createStyle(terminalFeatures(process.stdout)),
            person: { id: 'terminal', name: userName() },
            onLeave,
            locale: terminalLocale(environment) ?? defaultLocale,
          });
          adapter.start().catch(fail);
        });
      } finally {
        await library.close();
      }
    });
}

/** A system without an entry for the user (some containers) has no name to give. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'you';
  }
}

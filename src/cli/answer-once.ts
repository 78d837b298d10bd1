// One command, asked and answered in the terminal: coloured and clickable there, plain text where it is piped.

import { commands } from '../../commands/index.ts';
import { renderTerminal } from '../adapters/terminal/render.ts';
import { createStyle } from '../adapters/terminal/style.ts';
import { createBot } from '../bot/bot.ts';
import type { Log } from '../bot/log.ts';
import { readEnvironment, terminalLocale } from '../config.ts';
import type { StateStore } from '../library/library.ts';
import { openLibrary } from '../library/sqlite/open.ts';
import { renderPlain } from '../reply/plain.ts';
import type { OptionValue } from '../reply/reply.ts';
import { createSearch } from '../search/create-search.ts';
import { known } from '../text/known.ts';
import { terminalFeatures } from './terminal-features.ts';

/** Nobody can press a button once the process has ended, so nothing is kept. */
const forgetful: StateStore = {
  putState: async () => {},
  getState: async () => undefined,
  claimState: async () => true,
  pruneState: async () => {},
};

/** Failures reach the person as the reply's own sentence; the terminal of somebody asking is no place for a log. */
const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export async function answerOnce(
  libraryFile: string,
  command: string,
  options: Readonly<Record<string, OptionValue>>,
): Promise<void> {
  const library = await openLibrary(libraryFile, { access: 'read' });
  try {
    const bot = createBot({ commands, search: createSearch(library), library, state: forgetful, log: silent });
    const { reply } = await bot.run({
      command,
      options,
      person: { id: 'terminal', name: 'terminal' },
      prefix: 'verbatim ',
      ...known({ locale: terminalLocale(readEnvironment()) }),
    });
    const text = process.stdout.isTTY
      ? renderTerminal(reply, createStyle(terminalFeatures(process.stdout))).text
      : renderPlain(reply);
    process.stdout.write(`${text}\n`);
  } finally {
    await library.close();
  }
}

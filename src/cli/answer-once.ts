// One command, asked and answered in the terminal: coloured and clickable there, plain text where it is piped.

import { commands } from '../../commands/index.ts';
import { createBot } from '../bot/bot.ts';
import type { Log } from '../bot/log.ts';
import { readEnvironment, terminalLocale } from '../config.ts';
import { localeFor } from '../i18n/languages.ts';
import type { StateStore } from '../library/library.ts';
import { openLibrary } from '../library/sqlite/open.ts';
import { renderPlain } from '../reply/plain.ts';
import type { OptionValue, Reply } from '../reply/reply.ts';
import { createSearch } from '../search/create-search.ts';
import { known } from '../text/known.ts';

/** Nobody can press a button once the process has ended, so nothing is kept. */
const forgetful: StateStore = {
  putState: async () => {},
  getState: async () => undefined,
  claimState: async () => true,
  releaseState: async () => {},
  pruneState: async () => {},
};

/** The reply tells a failure kindly; why stands beside it, and scripts are told by the exit code. */
const toStandardError: Log = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: (facts, message) => {
    const why = 'err' in facts && facts.err instanceof Error ? `: ${facts.err.message}` : '';
    process.stderr.write(`verbatim: ${message}${why}\n`);
    process.exitCode = 1;
  },
};

export async function answerOnce(
  libraryFile: string,
  command: string,
  options: Readonly<Record<string, OptionValue>>,
): Promise<void> {
  const library = await openLibrary(libraryFile, { access: 'read' });
  try {
    const environment = readEnvironment();
    const bot = createBot({
      commands,
      search: createSearch(library),
      library,
      state: forgetful,
      log: toStandardError,
      defaultLocale: localeFor(environment.DEFAULT_LOCALE, 'en'),
    });
    const { reply } = await bot.run({
      command,
      options,
      person: { id: 'terminal', name: 'terminal' },
      prefix: 'verbatim ',
      ...known({ locale: terminalLocale(environment) }),
    });
    process.stdout.write(`${process.stdout.isTTY ? await renderForScreen(reply) : renderPlain(reply)}\n`);
  } finally {
    await library.close();
  }
}

/** What a screen needs is loaded for a screen alone: a pipe gets its answer sooner. */
async function renderForScreen(reply: Reply<string>): Promise<string> {
  const [{ renderTerminal }, { createStyle }, { terminalFeatures }] = await Promise.all([
    import('../adapters/terminal/render.ts'),
    import('../adapters/terminal/style.ts'),
    import('./terminal-features.ts'),
  ]);
  return renderTerminal(reply, createStyle(terminalFeatures(process.stdout))).text;
}

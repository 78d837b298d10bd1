// `verbatim start`: the web console and every platform that has its tokens, until it is told to stop.

import { Command } from 'commander';
import { readEnvironment } from '../config.ts';
import { createLog } from '../log.ts';
import { startVerbatim } from '../main.ts';
import { readSettings } from '../settings.ts';
import { onAbandoned } from './abandoned.ts';
import { type LibraryOption, libraryOption } from './library-option.ts';

/** The platforms' own grace for a restart; what is not done by then is cut off. */
const stopWithinMs = 10_000;

/** Those of package.json that start it: what runs below them ends with them. */
const npmScripts: ReadonlySet<string> = new Set(['start', 'verbatim']);

export function startCommand(): Command {
  return new Command('start')
    .description('starts the web console and every platform that has its tokens')
    .addOption(libraryOption())
    .action(async ({ library }: LibraryOption) => {
      const environment = readEnvironment();
      const settings = readSettings(library === undefined ? environment : { ...environment, LIBRARY: library });
      const log = await createLog(settings.logLevel);
      // A fault in one platform's client must not take the others along.
      process.on('unhandledRejection', (err) => log.error({ err }, 'something failed that nobody waited for'));
      const running = await startVerbatim(settings, log);
      let isStopping = false;
      const stop = async (signal: NodeJS.Signals | 'abandoned'): Promise<void> => {
        if (isStopping) return;
        isStopping = true;
        log.info({ signal }, 'stopping: answering what is under way');
        setTimeout(() => process.exit(1), stopWithinMs).unref();
        await running.stop();
        log.info('stopped');
      };
      process.once('SIGTERM', stop);
      process.once('SIGINT', stop);
      if (npmScripts.has(environment.npm_lifecycle_event ?? '')) onAbandoned(() => void stop('abandoned'));
      log.info(`Verbatim is here: ${running.url} (type /quote tiktok there; Ctrl-C stops)`);
    });
}

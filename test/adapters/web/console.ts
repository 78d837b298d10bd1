// A console on a port of its own, over whichever bot a test brings.

import { pino } from 'pino';
import { createHttpPort } from '../../../src/adapters/http.ts';
import { createWebAdapter, type WebOptions } from '../../../src/adapters/web/adapter.ts';
import type { Bot } from '../../../src/bot/command.ts';

export interface Console {
  readonly url: string;
  close(): Promise<void>;
}

export async function openConsole(bot: Bot, options: Partial<WebOptions> = {}, port = 0): Promise<Console> {
  const log = pino({ level: 'silent' });
  const http = createHttpPort({ host: '127.0.0.1', port, log });
  const web = createWebAdapter({
    bot,
    http,
    log,
    library: { stats: async () => ({ podcasts: 1, episodes: 8, speakers: 14, segments: 1204 }) },
    defaultLocale: 'en',
    ...options,
  });
  await web.start();
  await http.start();
  return {
    url: http.url(),
    close: async () => {
      await web.stop();
      await http.stop();
    },
  };
}

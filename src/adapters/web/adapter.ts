// Carries the bot to a web page: mounts the console on the HTTP port.

import type { Bot } from '../../bot/command.ts';
import { localeFor } from '../../i18n/languages.ts';
import type { Adapter } from '../adapter.ts';
import type { HttpPort } from '../http.ts';
import { readAssets } from './assets.ts';
import type { Holdings } from './holdings.ts';
import { createRoutes } from './routes.ts';

export interface WebOptions {
  readonly bot: Bot;
  /** Where it is mounted, on `/`. Whoever opened the port starts and stops it. */
  readonly http: Pick<HttpPort, 'mount' | 'url'>;
  /** What the page says of itself: how much the library holds. */
  readonly library: { stats(): Promise<Holdings> };
  /** For people whose browser asks for no language that Verbatim speaks. */
  readonly defaultLocale: string;
}

export function createWebAdapter({ bot, http, library, defaultLocale }: WebOptions): Adapter {
  let isServed = false;
  return {
    name: 'web',
    start: async () => {
      const assets = await readAssets();
      const locale = localeFor(defaultLocale, 'en');
      const routes = createRoutes({ bot, assets, holdings: () => library.stats(), defaultLocale: locale });
      http.mount('/', (request) => routes.fetch(request));
      isServed = true;
    },
    stop: async () => {
      // What is under way is answered by the port, which stops after all that stand on it.
      isServed = false;
    },
    health: () =>
      isServed ? { ready: true, detail: `the console is at ${http.url()}` } : { ready: false, detail: 'not served' },
  };
}

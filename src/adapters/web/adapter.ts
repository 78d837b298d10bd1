// Carries the bot to a web page: mounts the console on the HTTP port.

import type { Logger } from 'pino';
import type { Bot } from '../../bot/command.ts';
import { localeFor } from '../../i18n/languages.ts';
import type { Adapter } from '../adapter.ts';
import type { HttpPort } from '../http.ts';
import { readAssets } from './assets.ts';
import type { Holdings } from './holdings.ts';
import type { Preview } from './render.ts';
import { createRoutes } from './routes.ts';

export interface WebOptions {
  readonly bot: Bot;
  /** Where it is mounted, on `/`. Whoever opened the port starts and stops it. */
  readonly http: Pick<HttpPort, 'mount' | 'url'>;
  /** How people reach it, where a proxy stands in front. */
  readonly publicUrl?: string;
  /** What the page says of itself: how much the library holds. */
  readonly library: { stats(): Promise<Holdings> };
  /** For people whose browser asks for no language that Verbatim speaks. */
  readonly defaultLocale: string;
  /** How other platforms would get each reply: shown beside it. */
  readonly previews?: readonly Preview[];
  readonly log: Pick<Logger, 'error'>;
}

export function createWebAdapter(options: WebOptions): Adapter {
  const { bot, http, publicUrl, library, defaultLocale, previews = [], log } = options;
  let isServed = false;
  return {
    name: 'web',
    start: async () => {
      const assets = await readAssets();
      const locale = localeFor(defaultLocale, 'en');
      const routes = createRoutes({
        bot,
        assets,
        holdings: () => library.stats(),
        defaultLocale: locale,
        previews: previews.map((preview) => guarded(preview, log)),
        publicUrl,
      });
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

/** A picture that fails is no reason to keep an answer back. */
const guarded = ({ name, render }: Preview, log: WebOptions['log']): Preview => ({
  name,
  render: (reply) => {
    try {
      return render(reply);
    } catch (error) {
      log.error({ err: error, preview: name }, 'a preview failed');
      return {};
    }
  },
});

// The composition root: settings → library → search → bot → adapters, and a shutdown that answers what is under way.

import { join } from 'node:path';
import { commands } from '../commands/index.ts';
import type { Adapter } from './adapters/adapter.ts';
import { previewDiscord } from './adapters/discord/render.ts';
import { createHttpPort, type HttpPort } from './adapters/http.ts';
import { renderSlack } from './adapters/slack/render.ts';
import { createWebAdapter } from './adapters/web/adapter.ts';
import { createBot } from './bot/bot.ts';
import type { Bot } from './bot/command.ts';
import { paces } from './bot/pace.ts';
import { VerbatimError } from './errors.ts';
import { createFollowing } from './feeds/following.ts';
import { localeFor } from './i18n/languages.ts';
import type { Locale } from './i18n/messages.ts';
import { importInBackground } from './ingest/background.ts';
import type { LibraryStats } from './library/library.ts';
import { type BotLibrary, libraryInThread } from './library/thread.ts';
import type { Logger } from './log.ts';
import { packageRoot } from './package-root.ts';
import { searchInThreads } from './search/threads.ts';
import type { Settings } from './settings.ts';
import { known } from './text/known.ts';

export interface Running {
  /** Where the console answers: `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Answers what is under way, takes nothing new, closes everything within 10 seconds. */
  stop(): Promise<void>;
}

/** @throws VerbatimError when the library or the port cannot be had. A platform that fails is logged; the rest lives on. */
export async function startVerbatim(settings: Settings, log: Logger): Promise<Running> {
  const library = await libraryInThread(settings.libraryFile);
  const search = searchInThreads(settings.libraryFile);
  const defaultLocale = localeFor(settings.defaultLocale, 'en');
  const parts = { commands, search, library, state: library, log, defaultLocale };
  const bot = createBot(parts);
  const adapters: Adapter[] = [];
  const shelves = { name: 'library', health: async () => tellHoldings(await library.stats()) };
  const http = createHttpPort({ ...settings.http, log, checks: () => [shelves, ...adapters] });
  const web = createWebAdapter({
    bot: createBot({ ...parts, pace: paces.console }),
    http,
    library,
    defaultLocale,
    previews,
    log,
    ...known({ publicUrl: settings.http.publicUrl }),
  });
  const following = createFollowing({ settings: followingSettings(settings), log });
  adapters.push(web, following);
  try {
    const platforms = await platformAdapters(settings, { bot, http, log, defaultLocale });
    adapters.push(...platforms);
    await http.start();
    await web.start();
    if (await isEmpty(library)) await importSample(settings.libraryFile, log);
    for (const part of [...platforms, following]) startApart(part, log);
  } catch (error) {
    await http.stop();
    await search.close();
    await library.close();
    throw error;
  }
  return {
    url: http.url(),
    stop: async () => {
      // Adapters first: while they answer what is under way, the port still takes their platforms' calls.
      await Promise.allSettled(adapters.map((adapter) => adapter.stop()));
      await http.stop();
      await search.close();
      await library.close();
    },
  };
}

/** How the chats will get each reply, for the console: the renderers alone, no SDK and no token. */
const previews = [
  { name: 'Discord', render: previewDiscord },
  { name: 'Slack', render: renderSlack },
];

function tellHoldings({ episodes, segments }: LibraryStats) {
  return { ready: true, detail: `${episodes} episodes, ${segments} passages` };
}

function followingSettings({ libraryFile, fetchAllow, transcription }: Settings) {
  return { libraryFile, fetchAllow, ...(transcription.configured ? { transcription: transcription.settings } : {}) };
}

/** A library that waits for the first answer of a feed is none. */
async function isEmpty(library: BotLibrary): Promise<boolean> {
  return (await library.stats()).episodes === 0 && (await library.feeds()).length === 0;
}

/** Something to quote at once. The library stays empty where somebody has taken the samples away. */
async function importSample(libraryFile: string, log: Logger): Promise<void> {
  log.info('the library is empty: importing the sample podcasts that come with Verbatim');
  const { added, failed } = await importInBackground(libraryFile, { paths: [join(packageRoot, 'data')] });
  for (const { reason } of failed) log.warn(reason);
  log.info(`${added} sample episodes are in the library`);
}

interface Parts {
  readonly bot: Bot;
  readonly http: HttpPort;
  readonly log: Logger;
  readonly defaultLocale: Locale;
}

/** The platforms that have their tokens; their SDKs are large and are loaded only then. */
async function platformAdapters({ discord, slack }: Settings, parts: Parts): Promise<Adapter[]> {
  const { bot, http, log, defaultLocale } = parts;
  const adapters: Adapter[] = [];
  if (discord.configured) {
    const { createDiscordAdapter } = await import('./adapters/discord/adapter.ts');
    const { token, applicationId, apiUrl } = discord.settings;
    adapters.push(createDiscordAdapter({ bot, log, token, ...known({ applicationId, apiUrl }) }));
  } else {
    log.info(`Discord is not started: ${discord.lacks} is not set`);
  }
  if (slack.configured) {
    const { createSlackAdapter } = await import('./adapters/slack/adapter.ts');
    const { botToken, ...optional } = slack.settings;
    adapters.push(createSlackAdapter({ bot, http, log, defaultLocale, botToken, ...known(optional) }));
  } else {
    log.info(`Slack is not started: ${slack.lacks} is not set`);
  }
  return adapters;
}

/** One platform's failure is its own: it is told in the log, and the others go on. */
function startApart(adapter: Adapter, log: Logger): void {
  adapter.start().catch((error: unknown) => {
    if (error instanceof VerbatimError) log.error({ err: error.cause }, error.message);
    else log.error({ err: error }, `${adapter.name} could not be started`);
  });
}

// Verbatim in Slack: the only file here that reaches the network, over Bolt.

import { App, type Receiver, webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Bot } from '../../bot/command.ts';
import { VerbatimError } from '../../errors.ts';
import { messagesFor } from '../../i18n/languages.ts';
import type { Locale } from '../../i18n/messages.ts';
import type { Adapter } from '../adapter.ts';
import { createConversation } from './conversation.ts';
import { eventsPath, scopes } from './declare.ts';
import { listen } from './listeners.ts';
import { boltLogger } from './logger.ts';
import { slackPeople } from './people.ts';
import { createSignedReceiver } from './receiver.ts';
import { renderLine } from './render.ts';
import { sendTo } from './respond.ts';
import { createSockets } from './sockets.ts';
import { checkBotToken, checkShape } from './tokens.ts';

export interface SlackOptions {
  readonly bot: Bot;
  /** `xoxb-…` */
  readonly botToken: string;
  /** `xapp-…`: Socket Mode. */
  readonly appToken?: string;
  /** Signed requests at `/slack/events`; needs `http`. Both may be given. */
  readonly signingSecret?: string;
  /** The one HTTP port. */
  readonly http?: { mount(path: string, handle: (request: Request) => Response | Promise<Response>): void };
  /** Another place for Slack's Web API: GovSlack, or a proxy. */
  readonly apiUrl?: string;
  /** For people whose language Slack does not tell. */
  readonly defaultLocale?: Locale;
  readonly log: Logger;
  readonly now?: () => number;
}

/** The answers under way may take this long once it is told to stop: first while it can still acknowledge, then without. */
const lastAcknowledgementsMs = 3_000;
const lastAnswersMs = 5_000;

export function createSlackAdapter(options: SlackOptions): Adapter {
  const { bot, botToken, appToken, signingSecret, http, apiUrl, defaultLocale = 'en', log, now = Date.now } = options;
  const logger = boltLogger(log);
  const clientOptions: webApi.WebClientOptions = {
    ...(apiUrl === undefined ? {} : { slackApiUrl: apiUrl }),
    logger,
    timeout: 10_000,
    retryConfig: { retries: 1 },
    // Waiting out a rate limit would hold up everybody behind it.
    rejectRateLimitedCalls: true,
  };
  const client = new webApi.WebClient(botToken, clientOptions);
  const signed = signingSecret === undefined ? undefined : createSignedReceiver(signingSecret, log);
  const sockets = appToken === undefined ? undefined : createSockets({ appToken, clientOptions, logger, log });
  const conversation = createConversation({
    bot,
    // A queue of its own, and a short one: a crowd that asks for the first time must not keep a form from opening.
    people: slackPeople(new webApi.WebClient(botToken, { ...clientOptions, maxRequestConcurrency: 10 }), log),
    defaultLocale,
    log,
    now,
    sendTo: (url) => sendTo(url, { fetch: globalThis.fetch }),
    openForm: (triggerId, view) => client.views.open({ trigger_id: triggerId, view }),
  });
  const app = new App({
    receiver: together(signed, sockets),
    authorize: async () => ({ botToken }),
    ignoreSelf: false,
    convoStore: false,
    logger,
    clientOptions,
  });
  const listeners = listen(app, conversation, log);
  let state: 'idle' | 'running' | 'stopped' = 'idle';

  /** Slack that cannot be reached now may be back in a minute; a token it does not know stays wrong. */
  const insist = async (attempt: Promise<unknown>): Promise<void> => {
    try {
      await attempt;
    } catch (error) {
      if (error instanceof VerbatimError) throw error;
      log.warn({ err: error }, 'Slack cannot be reached; Verbatim goes on trying');
    }
  };

  return {
    name: 'slack',
    async start() {
      checkShape(options);
      await insist(checkBotToken(client, scopes, log));
      if (signed !== undefined) http?.mount(eventsPath, (request) => signed.handle(request));
      state = 'running';
      if (sockets === undefined) return;
      try {
        await insist(sockets.start());
      } catch (error) {
        await sockets.stop();
        throw error;
      }
    },
    async stop() {
      state = 'stopped';
      listeners.close(renderLine(messagesFor(defaultLocale).platform.restarting, 'private'));
      await listeners.answered(lastAcknowledgementsMs);
      await sockets?.stop();
      await listeners.answered(lastAnswersMs);
    },
    health() {
      if (state !== 'running') return { ready: false, detail: state === 'idle' ? 'not started' : 'stopped' };
      const open = sockets?.open() ?? 0;
      const ways = [
        ...(sockets === undefined ? [] : [`${open} Socket Mode connections open`]),
        ...(signed === undefined ? [] : [`signed requests at ${eventsPath}`]),
      ];
      return { ready: signed !== undefined || open > 0, detail: ways.join(', ') };
    },
  };
}

function together(...receivers: readonly (Receiver | undefined)[]): Receiver {
  const all = receivers.filter((receiver) => receiver !== undefined);
  return {
    init(app) {
      for (const receiver of all) receiver.init(app);
    },
    start: () => Promise.all(all.map((receiver) => receiver.start())),
    stop: () => Promise.all(all.map((receiver) => receiver.stop())),
  };
}

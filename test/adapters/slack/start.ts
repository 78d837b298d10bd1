// Verbatim in a Slack on this machine, over Socket Mode or signed requests, with a real bot over the made-up library.

import pino, { type Logger } from 'pino';
import { afterAll, onTestFinished } from 'vitest';
import type { Adapter } from '../../../src/adapters/adapter.ts';
import { createHttpPort } from '../../../src/adapters/http.ts';
import { createSlackAdapter, type SlackOptions } from '../../../src/adapters/slack/adapter.ts';
import type { Bot } from '../../../src/bot/command.ts';
import { type Fixture, openFixture } from '../../support/fixture-library.ts';
import { SlackStandIn } from '../../support/slack/stand-in.ts';

export const transports = ['Socket Mode', 'signed requests'] as const;
export type Transport = (typeof transports)[number];

export interface Started {
  readonly slack: SlackStandIn;
  readonly adapter: Adapter;
  /** Every line of the log, parsed. */
  readonly log: readonly Readonly<Record<string, unknown>>[];
}

export interface StartOptions extends Partial<SlackOptions> {
  /** What stands around the fixture's bot. */
  readonly around?: (bot: Bot) => Bot;
  /** A Slack that is there already. */
  readonly slack?: SlackStandIn;
}

/** One library for all tests of a file; each test gets a bot of its own over it. */
let library: Promise<Fixture> | undefined;
export const fixtureOfFile = (): Promise<Fixture> => {
  library ??= openFixture();
  return library;
};
afterAll(async () => (await library)?.close());

/** Everything is closed when the test ends. */
export async function startSlack(
  transport: Transport,
  { around, slack: there, ...options }: StartOptions = {},
): Promise<Started> {
  const slack = there ?? (await new SlackStandIn().start());
  const bot = (await fixtureOfFile()).restart();
  const { log, lines } = recordLog();
  const http = createHttpPort({ host: '127.0.0.1', port: 0, log: pino({ level: 'silent' }) });
  const adapter = createSlackAdapter({
    bot: around?.(bot) ?? bot,
    botToken: slack.botToken,
    ...(transport === 'Socket Mode' ? { appToken: slack.appToken } : { signingSecret: slack.signingSecret, http }),
    apiUrl: slack.apiUrl,
    log,
    ...options,
  });
  onTestFinished(async () => {
    await adapter.stop();
    await http.stop();
    if (there === undefined) await slack.close();
  });
  await http.start();
  if (transport === 'signed requests') slack.eventsUrl = `${http.url()}/slack/events`;
  await adapter.start();
  return { slack, adapter, log: lines };
}

export function recordLog(): { readonly log: Logger; readonly lines: Readonly<Record<string, unknown>>[] } {
  const lines: Readonly<Record<string, unknown>>[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { log, lines };
}

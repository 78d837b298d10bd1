// The adapter running against the stand-in, for one test; what it logs is kept.

import { type Logger, pino } from 'pino';
import { onTestFinished } from 'vitest';
import { createDiscordAdapter, type DiscordOptions } from '../../../src/adapters/discord/adapter.ts';
import type { Bot } from '../../../src/bot/command.ts';
import { FakeDiscord, type DiscordOptions as StandInOptions, token } from '../../support/discord/stand-in.ts';

export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

export function keepingLog(): { readonly log: Logger; readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const log = pino({ level: 'debug' }, { write: (line) => lines.push(JSON.parse(line)) });
  return { log, lines };
}

/** Quick enough for tests: people are slower. */
const quick = {
  acknowledgeMs: 100,
  suggestMs: 100,
  pausesMs: [20, 20],
  retryMs: 20,
  graceMs: 2_000,
  doublePressMs: 500,
};

export async function open(options: StandInOptions = {}): Promise<FakeDiscord> {
  const discord = await new FakeDiscord(options).open();
  onTestFinished(() => discord.end());
  return discord;
}

export function adapterFor(discord: FakeDiscord, bot: Bot, options: Partial<DiscordOptions> = {}) {
  const { log, lines } = keepingLog();
  const adapter = createDiscordAdapter({
    bot,
    token,
    apiUrl: discord.apiUrl,
    log,
    ...options,
    timing: { ...quick, ...options.timing },
  });
  onTestFinished(() => adapter.stop());
  return { adapter, lines };
}

export async function running(bot: Bot, options: Partial<DiscordOptions> = {}, standIn: StandInOptions = {}) {
  const discord = await open(standIn);
  const { adapter, lines } = adapterFor(discord, bot, options);
  await adapter.start();
  return { discord, adapter, lines };
}

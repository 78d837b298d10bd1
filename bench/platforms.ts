// How fast are answers over Discord and over Slack? 200 people ask at once on each, over the real clients on this machine.
// Prints its figures as JSON.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { commands } from '../commands/index.ts';
import { createDiscordAdapter } from '../src/adapters/discord/adapter.ts';
import { createSlackAdapter } from '../src/adapters/slack/adapter.ts';
import { createBot } from '../src/bot/bot.ts';
import { importInBackground } from '../src/ingest/background.ts';
import { libraryInThread } from '../src/library/thread.ts';
import { packageRoot } from '../src/package-root.ts';
import { searchInThreads } from '../src/search/threads.ts';
import { commandPayload } from '../test/support/discord/payloads.ts';
import { FakeDiscord, token } from '../test/support/discord/stand-in.ts';
import { SlackStandIn } from '../test/support/slack/stand-in.ts';

const asked = 200;
const rounds = 5;
const words = ['tiktok', 'customer data', 'loyalty card', 'data pelanggan', 'coffee', 'kurir', 'newsletter', 'hinge'];
const log = pino({ level: 'silent' });

/** Asks once and resolves when the answer stands in the channel. */
type Ask = (person: number, words: string) => Promise<void>;

export interface PlatformFigures {
  readonly name: string;
  /** With so many who ask at once. */
  readonly asked: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** One after the other. */
  readonly alone: { readonly p50: number; readonly p99: number };
}

interface Chat {
  readonly name: string;
  readonly ask: Ask;
  stop(): Promise<void>;
}

const folder = await mkdtemp(join(tmpdir(), 'verbatim-bench-'));
const file = join(folder, 'library.db');
await importInBackground(file, { paths: [join(packageRoot, 'data')] });
const library = await libraryInThread(file);
const search = searchInThreads(file);
const bot = createBot({ commands, search, library, state: library, log });

const figures: PlatformFigures[] = [];
for (const open of [openDiscord, openSlack]) {
  const chat = await open();
  // Nobody asks more often than the cooldown lets them: everybody in every round is somebody new.
  let person = 0;
  const round = (many: number) =>
    inFlight(
      chat.ask,
      Array.from({ length: many }, () => ++person),
    );
  // A bot that has just started compiles as it goes: a few askers first, as in life.
  for (const few of [1, 20, 50]) await round(few);
  const perSecond: number[] = [];
  const ms: number[] = [];
  for (let done = 0; done < rounds; done++) {
    const from = performance.now();
    ms.push(...(await round(asked)));
    perSecond.push(asked / ((performance.now() - from) / 1_000));
  }
  const alone: number[] = [];
  for (let done = 0; done < asked; done++) alone.push(...(await round(1)));
  figures.push({
    name: chat.name,
    asked,
    perSecond: median(perSecond),
    p50: at(ms, 0.5),
    p99: at(ms, 0.99),
    alone: { p50: at(alone, 0.5), p99: at(alone, 0.99) },
  });
  await chat.stop();
}
await search.close();
await library.close();
await rm(folder, { recursive: true });
console.log(JSON.stringify(figures));

function inFlight(ask: Ask, people: readonly number[]): Promise<number[]> {
  return Promise.all(
    people.map(async (person) => {
      const from = performance.now();
      await ask(person, words[person % words.length] ?? '');
      return performance.now() - from;
    }),
  );
}

function at(ms: readonly number[], share: number): number {
  const sorted = [...ms].sort((one, other) => one - other);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[values.length >> 1] ?? 0;
}

async function openDiscord(): Promise<Chat> {
  // Checking every body against the whole OpenAPI description would be most of what is measured.
  const discord = await new FakeDiscord({ validate: false }).open();
  const adapter = createDiscordAdapter({ bot, token, apiUrl: discord.apiUrl, log });
  await adapter.start();
  return {
    name: 'Discord',
    ask: async (person, words) => {
      const id = String(200_000_000_000_000_000n + BigInt(person));
      const sent = commandPayload('quote', { words }, { person: { id, username: `person${person}` } });
      await discord.answer(discord.send(sent), 30_000);
    },
    stop: async () => {
      await adapter.stop();
      await discord.end();
    },
  };
}

async function openSlack(): Promise<Chat> {
  const slack = await new SlackStandIn().start();
  const { botToken, appToken, apiUrl } = slack;
  const adapter = createSlackAdapter({ bot, botToken, appToken, apiUrl, log });
  await adapter.start();
  return {
    name: 'Slack',
    ask: async (person, words) => {
      slack.people.set(`U${person}`, { name: `Person ${person}`, locale: 'en-GB' });
      await slack.answerTo(await slack.type('/quote', words, { user: `U${person}` }));
    },
    stop: async () => {
      await adapter.stop();
      await slack.close();
    },
  };
}

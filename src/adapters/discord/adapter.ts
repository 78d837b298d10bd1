// Carries the bot to Discord: hands every interaction that the gateway brings to the bot, and its answers back by REST.

import { type APIInteraction, type REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import type { Bot } from '../../bot/command.ts';
import type { Adapter } from '../adapter.ts';
import { converse, ignore, suggest, turnAway } from './conversation.ts';
import { createGateway } from './gateway.ts';
import { createOnce } from './once.ts';
import type { Line } from './posting.ts';
import { type Place, type Received, receive } from './receive.ts';
import { type DiscordTiming, defaultTiming } from './timing.ts';
import { within } from './within.ts';

export interface DiscordOptions {
  readonly bot: Bot;
  readonly token: string;
  /** Checked against the token's own where it is given. */
  readonly applicationId?: string | undefined;
  /** A REST proxy in front of Discord: `http://127.0.0.1:8080/api`. */
  readonly apiUrl?: string | undefined;
  readonly log: Logger;
  readonly timing?: Partial<DiscordTiming> | undefined;
}

export function createDiscordAdapter(options: DiscordOptions): Adapter {
  const { bot, log } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const gateway = createGateway({ ...options, timing, onInteraction: take });
  const underWay = new Set<Promise<void>>();
  const presses = createOnce(timing.doublePressMs);
  // Discord sends what it is not sure to have sent again when a session is resumed.
  const interactions = createOnce(60_000);
  let stopping = false;

  function take(interaction: APIInteraction, rest: REST): void {
    const work = receiveOnce(interaction, rest)
      .catch((error: unknown) => log.error({ err: error }, 'an interaction failed'))
      .finally(() => underWay.delete(work));
    underWay.add(work);
  }

  async function receiveOnce(interaction: APIInteraction, rest: REST): Promise<void> {
    const received = receive(interaction);
    if (!interactions.enter(received.place.id)) return;
    try {
      await answer(received, rest);
    } finally {
      interactions.leave(received.place.id);
    }
  }

  async function answer(received: Received, rest: REST): Promise<void> {
    const line = createLine(rest, received.place);
    if (stopping) return turnAway(received, line, log, 'restarting');
    if (received.kind === 'unknown') return turnAway(received, line, log, 'unknown');
    if (received.kind === 'typing') return suggest(received, bot, line, log, timing);
    if (received.kind === 'command') return converse(received, bot, line, log, timing);
    if (!presses.enter(received.key)) return ignore(line, log);
    try {
      await converse(received, bot, line, log, timing);
    } finally {
      presses.leave(received.key);
    }
  }

  return {
    name: 'discord',
    start: () => gateway.start(),
    async stop() {
      stopping = true;
      await within(settled(underWay), timing.graceMs);
      await gateway.stop();
    },
    health: () => gateway.health(),
  };
}

/** What can be sent about one interaction: https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints */
function createLine(rest: REST, { id, token, applicationId }: Place): Line {
  const original = Routes.webhookMessage(applicationId, token, '@original');
  return {
    async respond(type, data) {
      await rest.post(Routes.interactionCallback(id, token), { body: { type, data }, auth: false });
    },
    async edit(body) {
      await rest.patch(original, { body, auth: false });
    },
    async followUp(body) {
      await rest.post(Routes.webhook(applicationId, token), { body, auth: false });
    },
    async remove() {
      await rest.delete(original, { auth: false });
    },
  };
}

/** Also what is begun meanwhile. */
async function settled(work: ReadonlySet<Promise<void>>): Promise<void> {
  while (work.size > 0) await Promise.all(work);
}

// Carries the bot to Discord: hands every interaction that the gateway brings to the bot, and its answers back by REST.

import { type APIInteraction, type Client, Events, type REST, Routes } from 'discord.js';
import type { Logger } from 'pino';
import type { Bot } from '../../bot/command.ts';
import { VerbatimError } from '../../errors.ts';
import type { Adapter } from '../adapter.ts';
import { converse, ignore, suggest, turnAway } from './conversation.ts';
import { createClient, isConnected } from './gateway.ts';
import { createOnce } from './once.ts';
import type { Line } from './posting.ts';
import { type Place, type Received, receive } from './receive.ts';
import { invalidToken, otherApplication, refusalOf } from './refusal.ts';
import { sentences } from './sentences.ts';
import { type DiscordTiming, defaultTiming } from './timing.ts';
import { within } from './within.ts';

export interface DiscordOptions {
  readonly bot: Bot;
  readonly token: string;
  /** Checked against the token's own where it is given. */
  readonly applicationId?: string;
  /** A REST proxy in front of Discord: `http://127.0.0.1:8080/api`. */
  readonly apiUrl?: string;
  readonly log: Logger;
  readonly timing?: Partial<DiscordTiming>;
}

/**
 * Its `start` resolves once Discord sends interactions, however long Discord cannot be reached, or once it is stopped. It
 * rejects with a VerbatimError where waiting would be in vain: the token or the application is wrong.
 */
export function createDiscordAdapter(options: DiscordOptions): Adapter {
  const { bot, log } = options;
  const timing = { ...defaultTiming, ...options.timing };
  const underWay = new Set<Promise<void>>();
  const presses = createOnce(timing.doublePressMs);
  // Discord sends what it is not sure to have sent again when a session is resumed.
  const interactions = createOnce(60_000);
  const stopping = new AbortController();
  let client: Client | undefined;
  let detail = 'Discord is not connected yet.';

  function take(interaction: APIInteraction): void {
    if (client === undefined || !interactions.enter(interaction.id)) return;
    const work = answer(receive(interaction), client.rest)
      .catch((error: unknown) => log.error({ err: error }, 'an interaction failed'))
      .finally(() => {
        interactions.leave(interaction.id);
        underWay.delete(work);
      });
    underWay.add(work);
  }

  async function answer(received: Received, rest: REST): Promise<void> {
    const line = createLine(rest, received.place);
    const words = sentences(received.place.locale);
    if (stopping.signal.aborted) return turnAway(received, line, log, words.restarting);
    if (received.kind === 'unknown') return turnAway(received, line, log, words.unknown);
    if (received.kind === 'typing') return suggest(received, bot, line, log, timing);
    if (received.kind === 'command') return converse(received, bot, line, log, timing);
    if (!presses.enter(received.key)) return ignore(line, log);
    await converse(received, bot, line, log, timing);
    presses.leave(received.key);
  }

  /** Resolves with what is wrong for good, or with nothing once Discord sends interactions. */
  async function connect(): Promise<string | undefined> {
    let end: string | undefined;
    const fresh = createClient({
      ...(options.apiUrl === undefined ? {} : { apiUrl: options.apiUrl }),
      log,
      onInteraction: take,
      onEnd(sentence) {
        end = sentence;
        if (detail === connected) log.error(sentence);
        detail = sentence;
      },
    });
    client = fresh;
    const ready = new Promise<void>((resolve) => fresh.once(Events.ClientReady, () => resolve()));
    try {
      await Promise.race([fresh.login(options.token).then(() => ready), aborted(stopping.signal)]);
    } catch (error) {
      const { said } = refusalOf(error);
      if (said.code === 'TokenInvalid' || said.status === 401) return invalidToken;
      if (end !== undefined) return end;
      throw error;
    }
    const real = fresh.application?.id;
    const given = options.applicationId;
    if (real === undefined || given === undefined || real === given) return undefined;
    await fresh.destroy();
    return otherApplication(given, real);
  }

  return {
    name: 'discord',
    async start() {
      for (let waitMs = timing.retryMs; !stopping.signal.aborted; waitMs = Math.min(waitMs * 2, 60_000)) {
        try {
          const wrong = await connect();
          detail = wrong ?? connected;
          if (wrong !== undefined) throw new VerbatimError('configuration', wrong);
          return;
        } catch (error) {
          if (error instanceof VerbatimError) throw error;
          detail = `Discord cannot be reached; trying again every ${Math.ceil(waitMs / 1_000)} seconds.`;
          log.warn({ ...refusalOf(error).said, waitMs }, 'Discord cannot be reached; trying again');
          await within(aborted(stopping.signal), waitMs);
        }
      }
    },
    async stop() {
      stopping.abort();
      detail = 'Discord is being left.';
      await within(settled(underWay), timing.graceMs);
      await client?.destroy();
      detail = 'Discord has been left.';
    },
    health() {
      const ready = client !== undefined && detail === connected && isConnected(client);
      return { ready, detail: ready || detail !== connected ? detail : 'Discord is reconnecting.' };
    },
  };
}

const connected = 'Discord is connected.';

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

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Also what is begun meanwhile. */
async function settled(work: ReadonlySet<Promise<void>>): Promise<void> {
  while (work.size > 0) await Promise.all(work);
}

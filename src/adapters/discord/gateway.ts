// The connection to Discord: tried until Discord can be reached, kept up by discord.js from then on, ended where it is in vain.

import { type APIInteraction, type Client, Events, type REST } from 'discord.js';
import type { Logger } from 'pino';
import { VerbatimError } from '../../errors.ts';
import type { Adapter } from '../adapter.ts';
import { createClient, isConnected, onInteractions } from './client.ts';
import { endOf, invalidToken, otherApplication, refusalOf } from './refusal.ts';
import type { DiscordTiming } from './timing.ts';
import { within } from './within.ts';

export interface GatewayOptions {
  readonly token: string;
  /** Checked against the token's own where it is given. */
  readonly applicationId?: string | undefined;
  /** A REST proxy in front of Discord: `http://127.0.0.1:8080/api`. */
  readonly apiUrl?: string | undefined;
  readonly log: Logger;
  readonly timing: DiscordTiming;
  onInteraction(interaction: APIInteraction, rest: REST): void;
}

/**
 * `start` resolves once Discord sends interactions; where Discord cannot be reached, a little later, and it is tried on. It
 * rejects with a VerbatimError where trying would be in vain: the token or the application is wrong.
 */
export function createGateway(options: GatewayOptions): Omit<Adapter, 'name'> {
  const { token, applicationId, apiUrl, log, timing } = options;
  let client: Client | undefined;
  let state: 'connecting' | 'connected' | 'ended' = 'connecting';
  let detail = 'Discord is not connected yet.';
  let connecting: Promise<void> = Promise.resolve();
  const left = new AbortController();
  const leaving = new Promise<void>((resolve) => left.signal.addEventListener('abort', () => resolve()));

  /** @throws VerbatimError where it is in vain; anything else may pass. */
  async function connect(): Promise<void> {
    let end: string | undefined;
    const fresh = createClient(apiUrl, log);
    client = fresh;
    onInteractions(fresh, (interaction) => options.onInteraction(interaction, fresh.rest));
    fresh.on(Events.ShardDisconnect, ({ code }) => {
      end = endOf(code);
      if (end === undefined || state !== 'connected') return;
      state = 'ended';
      detail = end;
      log.error(end);
    });
    const ready = new Promise((resolve) => fresh.once(Events.ClientReady, resolve));
    try {
      await fresh.login(token);
      await ready;
    } catch (error) {
      const { said } = refusalOf(error);
      const sentence = said.code === 'TokenInvalid' || said.status === 401 ? invalidToken : end;
      throw sentence === undefined ? error : new VerbatimError('configuration', sentence, { cause: error });
    }
    const own = fresh.application?.id;
    if (own === undefined || applicationId === undefined || own === applicationId) return;
    await fresh.destroy();
    throw new VerbatimError('configuration', otherApplication(applicationId, own));
  }

  async function keepConnecting(): Promise<void> {
    for (let waitMs = timing.retryMs; !left.signal.aborted; waitMs = Math.min(waitMs * 2, 60_000)) {
      try {
        await connect();
        if (left.signal.aborted) return;
        state = 'connected';
        log.info({ application: client?.application?.id, shards: client?.ws.shards.size }, 'Discord is connected');
        return;
      } catch (error) {
        if (error instanceof VerbatimError) {
          state = 'ended';
          detail = error.message;
          throw error;
        }
        detail = 'Discord cannot be reached; it is tried again.';
        log.warn({ ...refusalOf(error).said, waitMs }, 'Discord cannot be reached; trying again');
        await within(leaving, waitMs);
      }
    }
  }

  return {
    async start() {
      let isWaitedFor = true;
      connecting = keepConnecting().catch((error: Error) => {
        if (isWaitedFor) throw error;
        log.error(error.message);
      });
      await Promise.race([within(connecting, timing.startMs), leaving]);
      isWaitedFor = false;
    },
    async stop() {
      left.abort();
      // A client that is destroyed while it logs in goes on to connect.
      await within(
        connecting.catch(() => undefined),
        timing.leaveMs,
      );
      state = 'ended';
      detail = 'Discord has been left.';
      await client?.destroy();
    },
    health() {
      if (state !== 'connected' || client === undefined) return { ready: false, detail };
      const ready = isConnected(client);
      return { ready, detail: ready ? 'Discord is connected.' : 'Discord is reconnecting.' };
    },
  };
}

// The connection to Discord's gateway: one discord.js client, which reconnects and resumes by itself.

import { type APIInteraction, Client, Events, GatewayDispatchEvents, Options, RESTEvents, Status } from 'discord.js';
import type { Logger } from 'pino';
import { endOf } from './refusal.ts';

export interface GatewayOptions {
  readonly apiUrl?: string;
  readonly log: Logger;
  onInteraction(interaction: APIInteraction): void;
  /** The connection is over for good; `sentence` says why and what to do. */
  onEnd(sentence: string): void;
}

export function createClient({ apiUrl, log, onInteraction, onEnd }: GatewayOptions): Client {
  const client = new Client({
    // Commands, buttons and suggestions come without any intent, privileged or not.
    intents: [],
    shards: 'auto',
    rest: restOptions(apiUrl),
    makeCache: Options.cacheWithLimits(keepNothing),
  });
  client.ws.on(GatewayDispatchEvents.InteractionCreate, onInteraction);
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting to Discord'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'Discord has resumed the session'));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, said: error.message }, 'Discord’s gateway failed'));
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js failed'));
  client.on(Events.Warn, (said) => log.warn({ said }, 'discord.js warns'));
  client.on(Events.ShardDisconnect, ({ code }) => {
    const sentence = endOf(code);
    if (sentence !== undefined) onEnd(sentence);
  });
  client.rest.on(RESTEvents.RateLimited, ({ route, retryAfter, global }) => {
    log.warn({ route, retryAfter, global }, 'Discord asks for patience');
  });
  return client;
}

export function isConnected(client: Client): boolean {
  return client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready);
}

/** `apiUrl` as people write it: with or without a version or a slash at its end. */
export function restOptions(apiUrl: string | undefined) {
  return {
    ...(apiUrl === undefined ? {} : { api: apiUrl.replace(/\/+$/, '').replace(/\/v\d+$/, '') }),
    timeout: 10_000,
    // What answers interactions stands outside of the limit over all requests:
    // https://docs.discord.com/developers/interactions/receiving-and-responding#endpoints
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
  };
}

/** Everything an answer needs is in the interaction itself. */
const keepNothing = {
  GuildMemberManager: 0,
  MessageManager: 0,
  ThreadManager: 0,
  UserManager: 0,
};

// The discord.js client as Verbatim uses it: no intent, nothing kept, its doings in the log.

import { type APIInteraction, Client, Events, GatewayDispatchEvents, RESTEvents, Status } from 'discord.js';
import type { Logger } from 'pino';

export function createClient(apiUrl: string | undefined, log: Logger): Client {
  const client = new Client({
    // Commands, buttons and suggestions come without any intent, privileged or not.
    intents: [],
    shards: 'auto',
    rest: restOptions(apiUrl),
  });
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting to Discord'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'Discord has resumed the session'));
  client.on(Events.ShardError, (error, shard) => log.warn({ shard, said: error.message }, 'Discord’s gateway failed'));
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js failed'));
  client.on(Events.Warn, (said) => log.warn({ said }, 'discord.js warns'));
  client.rest.on(RESTEvents.RateLimited, ({ route, retryAfter, global }) => {
    log.warn({ route, retryAfter, global }, 'Discord asks for patience');
  });
  return client;
}

/** Interactions as they come, before discord.js has made anything of them. */
export function onInteractions(client: Client, take: (interaction: APIInteraction) => void): void {
  client.on(Events.Raw, (packet) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate) return;
    take(packet.d);
    // discord.js would go on to build objects of its own from it, and one that it cannot read would end the whole process
    // as an unhandled rejection. An event of another name it leaves alone.
    packet.t = 'TAKEN';
  });
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

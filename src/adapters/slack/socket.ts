// One Socket Mode connection, from hello to farewell.
// https://docs.slack.dev/apis/events-api/using-socket-mode

import { type App, type Logger as BoltLogger, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Line } from './hearing.ts';
import { within } from './within.ts';

export interface SocketOptions {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: BoltLogger;
  readonly log: Logger;
}

export interface Socket {
  /** Why it ended, or is about to: `warning`, `refresh_requested`, `link_disabled`, `too_many_websockets`, `closed`. */
  readonly gone: Promise<string>;
  close(): Promise<void>;
}

const helloWithinMs = 15_000;
const goodbyeWithinMs = 1_000;

/** Resolves once Slack said hello; rejects when it did not, or when told to stop. */
export async function openSocket(app: App, options: SocketOptions, stopped: AbortSignal): Promise<Socket> {
  const { appToken, clientOptions, logger, log } = options;
  let end = (_reason: string): void => {};
  const gone = new Promise<string>((resolve) => {
    end = resolve;
  });
  const line: Line = { gone: gone.then(() => Date.now()) };
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    // Its own way back takes 5 to 12 seconds, and a failure on it would end the process.
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: { ...clientOptions } },
    customPropertiesExtractor: () => ({ line }),
    processEventErrorHandler: async ({ error, event }) => {
      log.error({ err: error }, 'an envelope from Slack could not be worked on');
      await event.ack().catch(() => {});
      return false;
    },
  });
  receiver.init(app);
  const { client } = receiver;
  // What the client cannot read fails in it where nobody catches it, and would end the process.
  const [read] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (data: unknown, isBinary: boolean) => {
    const reason = farewell(data);
    if (reason !== undefined) end(reason);
    try {
      await read?.(data, isBinary);
    } catch (error) {
      log.warn({ err: error }, 'Slack sent something that cannot be read');
    }
  });
  client.on('close', () => end('closed'));

  const close = async (): Promise<void> => {
    await within(client.disconnect(), goodbyeWithinMs);
    // Once more: this one does not wait until Slack says goodbye too.
    await within(client.disconnect(), goodbyeWithinMs);
  };
  const started = client.start();
  if ((await within(started, helloWithinMs, stopped)) === undefined) {
    // A connection that comes about after all is one that nobody waits for.
    void started.then(close).catch(() => {});
    await close();
    throw new Error('Slack did not say hello in time');
  }
  return { gone, close };
}

/** Why Slack asks to be left. */
function farewell(data: unknown): string | undefined {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return undefined;
  try {
    const { type, reason } = JSON.parse(data);
    return type === 'disconnect' ? String(reason) : undefined;
  } catch {
    return undefined;
  }
}

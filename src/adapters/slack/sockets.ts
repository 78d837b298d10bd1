// Socket Mode, over two connections at a time: Slack renews each now and then, and meanwhile the other one listens.
// https://docs.slack.dev/apis/events-api/using-socket-mode

import { setTimeout as sleep } from 'node:timers/promises';
import { type App, type Logger as BoltLogger, type Receiver, SocketModeReceiver, type webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Line } from './hearing.ts';
import { explainAppToken, Farewell } from './tokens.ts';
import { within } from './within.ts';

export interface SocketOptions {
  readonly appToken: string;
  readonly clientOptions: webApi.WebClientOptions;
  readonly logger: BoltLogger;
  readonly log: Logger;
  readonly connections?: number;
  /** The first wait after a failure; it doubles up to a minute. */
  readonly pauseMs?: number;
}

export interface Sockets extends Receiver {
  /** How many connections are open now. */
  open(): number;
}

const connectWithinMs = 15_000;
const closeWithinMs = 1_000;
const longestPauseMs = 60_000;

export function createSockets(options: SocketOptions): Sockets {
  const { log, connections = 2, pauseMs = 500 } = options;
  const stopped = new AbortController();
  const lines = new Set<Line>();
  const closers = new Set<() => Promise<unknown>>();
  let app: App | undefined;
  let running: Promise<void>[] = [];

  /** Opens a connection and resolves once Slack said hello; `gone` resolves when it should be replaced. */
  const connect = async () => {
    let end = (_reason: string) => {};
    const gone = new Promise<string>((resolve) => {
      end = resolve;
    });
    const line: Line = { gone: gone.then(() => Date.now()) };
    const receiver = new SocketModeReceiver({
      appToken: options.appToken,
      logger: options.logger,
      // Its own way back takes 5 to 12 seconds, and a failure on it would end the process.
      autoReconnectEnabled: false,
      installerOptions: { clientOptions: { ...options.clientOptions } },
      customPropertiesExtractor: () => ({ line }),
      processEventErrorHandler: async ({ error, event }) => {
        log.error({ err: error }, 'an envelope from Slack could not be worked on');
        await event.ack().catch(() => {});
        return false;
      },
    });
    if (app !== undefined) receiver.init(app);
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
    void gone.then(() => lines.delete(line));
    // Twice: the second one does not wait for Slack to say goodbye too.
    const close = () =>
      within(client.disconnect(), closeWithinMs).then(() => within(client.disconnect(), closeWithinMs));
    const started = client.start();
    const connected = await within(started, connectWithinMs, stopped.signal);
    if (connected === undefined) {
      // A connection that comes about after all is one that nobody waits for.
      void started.then(close).catch(() => {});
      await close();
      throw new Error('Slack did not say hello in time');
    }
    lines.add(line);
    closers.add(close);
    void gone.then(() => closers.delete(close));
    return { gone, close };
  };

  const keepOpen = async (first: (error?: unknown) => void) => {
    for (let failures = 0; !stopped.signal.aborted; ) {
      try {
        const { gone, close } = await connect();
        first();
        failures = 0;
        const reason = await gone;
        log.debug({ reason }, 'a connection to Slack ends');
        // Acknowledgements under way leave before it closes; its successor is opened meanwhile.
        void close().catch(() => {});
        if (reason === 'too_many_websockets' || reason === 'link_disabled') throw new Farewell(reason);
      } catch (error) {
        if (stopped.signal.aborted) return;
        const mend = explainAppToken(error);
        first(mend ?? error);
        failures += 1;
        const ms = Math.min(longestPauseMs, pauseMs * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
        log.warn({ err: mend ?? error, againMs: Math.round(ms) }, 'no connection to Slack');
        await sleep(ms, undefined, { signal: stopped.signal }).catch(() => {});
      }
    }
  };

  return {
    init: (given) => {
      app = given;
    },
    /** Rejects with what the first attempt met; goes on trying unless told to stop. */
    start: () =>
      new Promise<void>((resolve, reject) => {
        const first = (error?: unknown) => (error === undefined ? resolve() : reject(error));
        running = Array.from({ length: connections }, () => keepOpen(first));
      }),
    async stop() {
      stopped.abort();
      await Promise.all([...closers].map((close) => close()));
      await Promise.all(running);
    },
    open: () => lines.size,
  };
}

/** Why Slack asks to be left: `warning`, `refresh_requested`, `link_disabled`, `too_many_websockets`. */
function farewell(data: unknown): string | undefined {
  if (typeof data !== 'string' || !data.includes('"disconnect"')) return undefined;
  try {
    const { type, reason } = JSON.parse(data);
    return type === 'disconnect' ? String(reason) : undefined;
  } catch {
    return undefined;
  }
}

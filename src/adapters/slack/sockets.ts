// Socket Mode, over two connections at a time: Slack renews each now and then, and meanwhile the other one listens.
// https://docs.slack.dev/apis/events-api/using-socket-mode#connections

import { setTimeout as sleep } from 'node:timers/promises';
import type { App, Receiver } from '@slack/bolt';
import { openSocket, type Socket, type SocketOptions } from './socket.ts';
import { explainAppToken, Farewell } from './tokens.ts';

export interface Sockets extends Receiver {
  /** How many connections are open now. */
  open(): number;
}

const connections = 2;
/** The first wait after a failure; it doubles up to the longest. */
const pauseMs = 500;
const longestPauseMs = 60_000;

export function createSockets(options: SocketOptions): Sockets {
  const { log } = options;
  const stopped = new AbortController();
  const open = new Set<Socket>();
  let running: Promise<void>[] = [];
  let app: App | undefined;

  /** A connection, and after it the next one, until told to stop; `first` hears how the first attempt went. */
  const keepOpen = async (heard: App, first: (error?: unknown) => void): Promise<void> => {
    for (let failures = 0; !stopped.signal.aborted; ) {
      try {
        const socket = await openSocket(heard, options, stopped.signal);
        first();
        failures = 0;
        open.add(socket);
        const reason = await socket.gone;
        open.delete(socket);
        log.debug({ reason }, 'a connection to Slack ends');
        // Acknowledgements under way leave before it closes; its successor is opened meanwhile.
        void socket.close().catch(() => {});
        if (reason === 'too_many_websockets' || reason === 'link_disabled') throw new Farewell(reason);
      } catch (error) {
        if (stopped.signal.aborted) return;
        const mend = explainAppToken(error);
        first(mend ?? error);
        failures += 1;
        const againMs = Math.min(longestPauseMs, pauseMs * 2 ** (failures - 1)) * (0.5 + Math.random() / 2);
        log.warn({ err: mend ?? error, againMs: Math.round(againMs) }, 'no connection to Slack');
        await sleep(againMs, undefined, { signal: stopped.signal }).catch(() => {});
      }
    }
  };

  return {
    init: (given) => {
      app = given;
    },
    /** Rejects with what the first attempt met, and goes on trying unless told to stop. */
    start: () =>
      new Promise<void>((resolve, reject) => {
        const heard = app;
        if (heard === undefined) return reject(new Error('Socket Mode was started before Bolt'));
        const first = (error?: unknown) => (error === undefined ? resolve() : reject(error));
        running = Array.from({ length: connections }, () => keepOpen(heard, first));
      }),
    async stop() {
      stopped.abort();
      await Promise.all([...open].map((socket) => socket.close()));
      await Promise.all(running);
    },
    open: () => open.size,
  };
}

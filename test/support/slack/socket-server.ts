// Slack's end of Socket Mode: says hello, hands each envelope to one connection, and sends again what was not
// acknowledged on a connection that broke. https://docs.slack.dev/apis/events-api/using-socket-mode

import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './message-rules.ts';

export interface SocketServer {
  /** What `apps.connections.open` answers: good for one connection. */
  ticket(): string;
  /** Resolves with what the acknowledgement carried. */
  send(type: 'slash_commands' | 'interactive', payload: Json): Promise<Json | undefined>;
  /** Asks every connection to make way for a new one, as Slack does every hour or so; closes them itself after a while. */
  disconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets'): void;
  /** Says something that is no envelope. */
  say(message: string): void;
  /** Cuts connections off without a word: all, or the first so many. */
  drop(howMany?: number): void;
  /** The next acknowledgement is lost, together with the connection that it came on. */
  loseNextAcknowledgement(): void;
  /** Connections that said hello and are not about to close. */
  open(): number;
  /** How many there have been. */
  readonly greeted: () => number;
  /** Envelopes that had to be sent once more. */
  readonly resent: () => number;
  close(): Promise<void>;
}

interface Envelope {
  readonly id: string;
  readonly message: Json;
  readonly acknowledged: (payload: Json | undefined) => void;
  sentOn?: WebSocket;
}

export function openSocketServer(server: Server, origin: () => string): SocketServer {
  const sockets = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const ready = new Set<WebSocket>();
  const waiting = new Map<string, Envelope>();
  let greeted = 0;
  let resent = 0;
  let number = 0;
  let turn = 0;
  let losing = false;

  const post = (envelope: Envelope): void => {
    const able = [...ready].filter((socket) => socket.readyState === socket.OPEN);
    const socket = able[turn++ % able.length];
    if (socket === undefined) return;
    envelope.sentOn = socket;
    socket.send(JSON.stringify(envelope.message));
  };

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'ws://slack').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) {
      socket.destroy();
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => {
      greeted += 1;
      opened.on('message', (data) => {
        if (losing) {
          losing = false;
          opened.terminate();
          return;
        }
        const { envelope_id: id, payload } = JSON.parse(String(data));
        const envelope = waiting.get(id);
        waiting.delete(id);
        envelope?.acknowledged(payload !== undefined && Object.keys(payload).length > 0 ? payload : undefined);
      });
      opened.on('close', () => {
        ready.delete(opened);
        for (const envelope of waiting.values()) {
          if (envelope.sentOn !== opened) continue;
          delete envelope.sentOn;
          resent += 1;
          post(envelope);
        }
      });
      opened.on('error', () => {});
      ready.add(opened);
      opened.send(JSON.stringify({ type: 'hello', num_connections: ready.size, connection_info: { app_id: 'A1' } }));
      for (const envelope of waiting.values()) if (envelope.sentOn === undefined) post(envelope);
    });
  });

  return {
    ticket() {
      const ticket = `ticket-${++number}`;
      tickets.add(ticket);
      return `${origin().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=A1`;
    },
    send(type, payload) {
      return new Promise((acknowledged) => {
        const id = `envelope-${++number}`;
        const message = { envelope_id: id, type, accepts_response_payload: true, payload };
        const envelope: Envelope = { id, message, acknowledged };
        waiting.set(id, envelope);
        post(envelope);
      });
    },
    disconnect(reason) {
      for (const socket of ready) {
        ready.delete(socket);
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-1' } }));
        setTimeout(() => socket.terminate(), 300).unref();
      }
    },
    say(message) {
      for (const socket of ready) socket.send(message);
    },
    drop(howMany = ready.size) {
      for (const socket of [...ready].slice(0, howMany)) socket.terminate();
    },
    loseNextAcknowledgement() {
      losing = true;
    },
    open: () => ready.size,
    greeted: () => greeted,
    resent: () => resent,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets.clients) socket.terminate();
        sockets.close(() => resolve());
      }),
  };
}

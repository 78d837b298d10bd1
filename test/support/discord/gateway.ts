// The stand-in's gateway: hello, identify, heartbeats, resume with what was missed, and all that can go wrong with them.
// https://docs.discord.com/developers/events/gateway

import { randomUUID } from 'node:crypto';
import { type WebSocket, WebSocketServer } from 'ws';
import { applicationId } from './payloads.ts';

interface Session {
  readonly id: string;
  /** Everything dispatched in it: what a resume may ask for again. */
  readonly events: Event[];
  socket?: WebSocket | undefined;
}

interface Event {
  readonly t: string;
  readonly s: number;
  readonly d: unknown;
}

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatMs?: number;
  /** Closes whoever identifies with this code. */
  readonly closeWith?: number;
}

export class FakeGateway {
  readonly server: WebSocketServer;
  /** What happened, in its order: `identify`, `resume`, `heartbeat`, `close 4004`. */
  readonly log: string[] = [];
  readonly identified: unknown[] = [];
  /** False: heartbeats are not acknowledged. */
  acknowledges = true;
  /** Closes whoever identifies with this code. */
  closeWith: number | undefined;
  readonly #token: string;
  readonly #heartbeatMs: number;
  readonly #sessions = new Map<string, Session>();
  #current: Session | undefined;

  constructor({ token, heartbeatMs = 41_250, closeWith }: GatewayOptions) {
    this.#token = token;
    this.#heartbeatMs = heartbeatMs;
    this.closeWith = closeWith;
    this.server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
    this.server.on('connection', (socket) => this.#meet(socket));
  }

  get url(): string {
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('The gateway is not open');
    return `ws://127.0.0.1:${address.port}`;
  }

  get connected(): boolean {
    return this.#current?.socket !== undefined;
  }

  count(what: string): number {
    return this.log.filter((entry) => entry === what).length;
  }

  /** Sends an event, or keeps it for a resume where nobody is connected. */
  dispatch(t: string, d: unknown): void {
    if (this.#current === undefined) throw new Error('Nobody has ever identified');
    const event = { t, s: this.#current.events.length + 1, d };
    this.#current.events.push(event);
    this.#send(this.#current.socket, { op: 0, ...event });
  }

  /** The same event once more, as after a resume that came too early. */
  repeat(): void {
    const last = this.#current?.events.at(-1);
    this.#send(this.#current?.socket, { op: 0, ...last });
  }

  /** Cuts the line without a word. */
  drop(): void {
    const socket = this.#current?.socket;
    if (this.#current !== undefined) this.#current.socket = undefined;
    socket?.terminate();
  }

  close(code: number): void {
    const socket = this.#current?.socket;
    if (this.#current !== undefined) this.#current.socket = undefined;
    socket?.close(code);
  }

  /** Op 7: come again. */
  reconnect(): void {
    this.#send(this.#current?.socket, { op: 7, d: null });
  }

  /** Op 9: the session is lost; what was missed is lost with it. */
  invalidate(): void {
    const session = this.#current;
    if (session !== undefined) this.#sessions.delete(session.id);
    this.#send(session?.socket, { op: 9, d: false });
  }

  /** Op 1: give a sign of life at once. */
  askForHeartbeat(): void {
    this.#send(this.#current?.socket, { op: 1, d: null });
  }

  async end(): Promise<void> {
    for (const socket of this.server.clients) socket.terminate();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #send(socket: WebSocket | undefined, message: unknown): void {
    if (socket?.readyState === socket?.OPEN) socket?.send(JSON.stringify(message));
  }

  #meet(socket: WebSocket): void {
    this.#send(socket, { op: 10, d: { heartbeat_interval: this.#heartbeatMs } });
    socket.on('message', (data) => {
      const { op, d } = JSON.parse(String(data));
      if (op === 1) this.#beat(socket);
      if (op === 2) this.#identify(socket, d);
      if (op === 6) this.#resume(socket, d);
    });
    socket.on('close', (code) => {
      this.log.push(`close ${code}`);
      for (const session of this.#sessions.values()) {
        if (session.socket === socket) session.socket = undefined;
      }
    });
  }

  #beat(socket: WebSocket): void {
    this.log.push('heartbeat');
    if (this.acknowledges) this.#send(socket, { op: 11 });
  }

  #identify(socket: WebSocket, d: { readonly token: string }): void {
    this.log.push('identify');
    this.identified.push(d);
    const refusal = d.token === this.#token ? this.closeWith : 4004;
    if (refusal !== undefined) {
      socket.close(refusal);
      return;
    }
    const session: Session = { id: randomUUID(), events: [], socket };
    this.#sessions.set(session.id, session);
    this.#current = session;
    this.dispatch('READY', {
      v: 10,
      user: { id: applicationId, username: 'verbatim', discriminator: '0', avatar: null, bot: true, flags: 0 },
      guilds: [],
      session_id: session.id,
      resume_gateway_url: this.url,
      shard: [0, 1],
      application: { id: applicationId, flags: 0 },
    });
  }

  #resume(socket: WebSocket, d: { readonly session_id: string; readonly seq: number }): void {
    this.log.push('resume');
    const session = this.#sessions.get(d.session_id);
    if (session === undefined) {
      this.#send(socket, { op: 9, d: false });
      return;
    }
    session.socket = socket;
    this.#current = session;
    for (const event of session.events.filter(({ s }) => s > d.seq)) this.#send(socket, { op: 0, ...event });
    this.dispatch('RESUMED', {});
  }
}

// Real servers on this machine for the fetcher to ask, and a fetcher that may ask them.
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { VerbatimError } from '../../src/errors.ts';
import { createFetcher } from '../../src/fetch/create-fetcher.ts';
import type { ExchangeOptions } from '../../src/fetch/exchange.ts';
import type { Fetcher } from '../../src/fetch/fetcher.ts';

export const thisMachine = [
  { network: '127.0.0.0', prefix: 8 },
  { network: '::1', prefix: 128 },
];

/** The address without a slash at its end. Closed when the test is over. */
export async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  return `http://127.0.0.1:${await listen(
    server,
    (close) => server.close(close),
    () => server.closeAllConnections(),
  )}`;
}

export async function serveTls(key: string, cert: string, answer: RequestListener): Promise<string> {
  const server = createTlsServer({ key, cert }, answer);
  return `https://127.0.0.1:${await listen(
    server,
    (close) => server.close(close),
    () => server.closeAllConnections(),
  )}`;
}

/** Whatever the socket is made to say. */
export async function serveRaw(talk: (socket: Socket) => void): Promise<string> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    talk(socket);
  });
  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return `http://127.0.0.1:${await listen(server, (close) => server.close(close), endAll)}`;
}

/** Waits for a request's head, then says this and hangs up, unless told to stay. */
export function saying(text: string | Buffer, { stay = false } = {}): (socket: Socket) => void {
  return (socket) => {
    socket.once('data', () => (stay ? socket.write(text) : socket.end(text)));
  };
}

async function listen(server: Server, close: (done: () => void) => void, endAll: () => void): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    const closed = new Promise<void>((resolve) => close(resolve));
    endAll();
    await closed;
  });
  const address = server.address() as AddressInfo;
  return address.port;
}

/** May ask this machine; closed when the test is over. */
export function openFetcher(options: Partial<ExchangeOptions> = {}): Fetcher {
  const fetcher = createFetcher({ allow: thisMachine, ...options });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** What the work fails with; fails itself where the work does not, or not as it should. */
export async function failure(work: Promise<unknown>): Promise<VerbatimError> {
  const error = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof VerbatimError) return error;
  throw error;
}

// Node's HTTP server: opened with an error that names the mend, closed without cutting anybody off.

import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { VerbatimError } from '../../errors.ts';
import { createTurns } from '../../turns.ts';

type Fetch = Parameters<typeof getRequestListener>[0];

/** Node tells of no connection on which nothing was ever asked, and holds those for busy. */
const socketsOf = new WeakMap<Server, ReadonlySet<Socket>>();

/** @throws VerbatimError `port-taken`, or `configuration` when the host or port cannot be had at all. */
export function listen(fetch: Fetch, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    const answer = getRequestListener(fetch);
    // Many requests often come in one piece: read one after the other, they would hold up the event loop together.
    const inTurn = createTurns();
    const server = createServer(
      { headersTimeout: 10_000, requestTimeout: 30_000 },
      (request, response) => void inTurn(async () => answer(request, response)),
    );
    server.once('error', (cause: NodeJS.ErrnoException) => reject(explain(cause, host, port)));
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    socketsOf.set(server, sockets);
    server.listen(port, host, () => resolve(server));
  });
}

function explain(cause: NodeJS.ErrnoException, host: string, port: number): VerbatimError {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new VerbatimError(
        'port-taken',
        `Port ${port} on ${host} is taken, by another program or a Verbatim that still runs. Stop that one, or set PORT to a free port (PORT=${port + 1}).`,
        { cause },
      );
    case 'EACCES':
      return new VerbatimError(
        'configuration',
        `This user may not listen on port ${port}. Set PORT to one above 1023 (PORT=3000).`,
        { cause },
      );
    default:
      return new VerbatimError(
        'configuration',
        `Verbatim cannot listen on ${host}, port ${port} (${cause.message}). Set HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.`,
        { cause },
      );
  }
}

/** Takes nothing new, lets what is under way be answered, and cuts what is still open after `graceMs`. */
export function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const deadline = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection that was busy when the server closed turns idle with its answer, and is kept alive unless told off.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
      for (const socket of socketsOf.get(server) ?? []) if (socket.bytesRead === 0) socket.destroy();
    }, 50);
    server.close(() => {
      clearTimeout(deadline);
      clearInterval(sweep);
      resolve();
    });
  });
}

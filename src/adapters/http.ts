// The one HTTP port: the console, Slack's requests and the health pages share it. Adapters mount their paths on it; it
// keeps out what should never reach them (foreign hosts, huge bodies) and closes without cutting anybody off.

import type { Server } from 'node:http';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import type { Adapter } from './adapter.ts';
import { isHostAllowed } from './http/host.ts';
import { close, listen } from './http/server.ts';
import { limitBody } from './limit-body.ts';

/** The request's body is untouched: `await request.text()` is what was signed. */
export type HttpHandler = (request: Request) => Response | Promise<Response>;

/** A part whose health `/readyz` tells: every adapter is one. */
export interface Check {
  readonly name: string;
  health(): Health | Promise<Health>;
}
type Health = ReturnType<Adapter['health']>;

export interface HttpOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Where people reach it from outside, when a proxy or tunnel stands in front. */
  readonly publicUrl?: string;
  readonly log: Logger;
  /** Asked at each `/readyz`. */
  readonly checks?: () => readonly Check[];
  /** How long requests under way may take once it is told to stop. */
  readonly graceMs?: number;
}

export interface HttpPort extends Adapter {
  /** Hands every request for `path` and below it to `handle`; the longest path wins. At any time, before or after `start`. */
  mount(path: string, handle: HttpHandler): void;
  /** `http://127.0.0.1:3000`: where it really listens. */
  url(): string;
}

const bodyLimitBytes = 1024 * 1024;

export function createHttpPort({ host, port, publicUrl, log, checks, graceMs = 9_000 }: HttpOptions): HttpPort {
  const mounts = new Map<string, HttpHandler>();
  const app = new Hono();

  app.use(async (context, next) => {
    const from = performance.now();
    await next();
    const ms = Math.round(performance.now() - from);
    log.debug({ method: context.req.method, path: context.req.path, status: context.res.status, ms }, 'request');
  });
  app.use(secureHeaders(headers));
  app.use(async (context, next) => {
    if (isHostAllowed(context.req.header('host'), host, publicUrl)) return next();
    return context.text(
      'This address is not served here. If Verbatim stands behind a proxy or tunnel, set PUBLIC_URL to its address.\n',
      403,
    );
  });
  app.use(limitBody(bodyLimitBytes, (context) => context.text('That is too much at once.\n', 413)));

  app.get('/healthz', (context) => context.json({ status: 'alive' }));
  app.get('/readyz', async (context) => {
    const parts = await Promise.all((checks?.() ?? []).map(ask));
    const ready = parts.every((part) => part.ready);
    return context.json({ status: ready ? 'ready' : 'unavailable', parts }, ready ? 200 : 503);
  });
  app.all('*', (context) => {
    const path = [...mounts.keys()]
      .filter((mount) => isBelow(context.req.path, mount))
      .sort(byLength)
      .at(-1);
    const handle = path === undefined ? undefined : mounts.get(path);
    return handle === undefined ? context.notFound() : handle(context.req.raw);
  });
  app.notFound((context) => context.text('There is nothing here.\n', 404));
  app.onError((error, context) => {
    log.error({ err: error, path: context.req.path }, 'a request failed');
    return context.text('Something went wrong here. The log says what.\n', 500);
  });

  let server: Server | undefined;
  const url = (): string => {
    const address = server?.address();
    const at = typeof address === 'object' && address !== null ? address.port : port;
    return `http://${host.includes(':') ? `[${host}]` : host}:${at}`;
  };

  return {
    name: 'http',
    mount: (path, handle) => void mounts.set(path, handle),
    url,
    start: async () => {
      server = await listen(app.fetch, host, port);
    },
    stop: async () => {
      if (server?.listening) await close(server, graceMs);
    },
    health: () =>
      server?.listening ? { ready: true, detail: `listening on ${url()}` } : { ready: false, detail: 'not listening' },
  };
}

const byLength = (a: string, b: string): number => a.length - b.length;
const isBelow = (path: string, mount: string): boolean =>
  mount === '/' || path === mount || path.startsWith(`${mount}/`);

async function ask(check: Check): Promise<Health & { readonly name: string }> {
  try {
    return { name: check.name, ...(await check.health()) };
  } catch (error) {
    return { name: check.name, ready: false, detail: error instanceof Error ? error.message : String(error) };
  }
}

/** Nothing inline, nothing from elsewhere but pictures, no frames around it, and no string may become markup. */
const headers: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'https:'],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // Whether the whole domain speaks TLS is for the proxy that does it to say.
  strictTransportSecurity: false,
};

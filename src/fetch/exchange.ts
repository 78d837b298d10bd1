// One request from its address to the answer at the end of its redirects: in turn, in time, only where it may go.

import { Agent, type Dispatcher } from 'undici';
import { VerbatimError } from '../errors.ts';
import type { AllowedAddress } from '../text/allowed-address.ts';
import { known } from '../text/known.ts';
import { header, isRedirect } from './answer.ts';
import { acceptEncoding } from './body.ts';
import { Clock, linkSignals } from './clock.ts';
import { guardedConnector, type Resolve, resolveBySystem } from './connector.ts';
import { explain, isBrokenOff } from './failure.ts';
import type { FetchRequest } from './fetcher.ts';
import { HostGates } from './gate.ts';
import { createGuard } from './guard.ts';
import { authorization, follow, nameOf, type Route, startRoute } from './route.ts';
import { userAgent } from './user-agent.ts';

export interface ExchangeOptions {
  /** What may be asked although it is no part of the public internet. */
  readonly allow: readonly AllowedAddress[];
  readonly log?: FetchLog;
  /** How long somebody who was asked may say nothing at all, in milliseconds. */
  readonly silenceMs?: number;
  /** Over all hosts. */
  readonly mostAtOnce?: number;
  /** Looks names up; the system's way unless given. */
  readonly resolve?: Resolve;
}

export interface FetchLog {
  debug(facts: object, message: string): void;
}

/** Takes what it wants of the answer; the host has its turn until that is done. */
export type Take<T> = (response: Dispatcher.ResponseData, route: Route) => Promise<T>;

export interface Exchange {
  /** @throws VerbatimError alone, as long as `take` does. */
  ask<T>(request: FetchRequest, timeoutMs: number, take: Take<T>): Promise<T>;
  close(): Promise<void>;
}

/** What is left of a body that nobody wants is read up to here, so that the connection can be used again. */
const mostDumpedBytes = 64 * 1024;

/** Proxies that the environment names (HTTP_PROXY) are not used: behind one, nobody could say what address is asked. */
export function createExchange(options: ExchangeOptions): Exchange {
  const { allow, log, silenceMs = 20_000, mostAtOnce = 8, resolve = resolveBySystem } = options;
  const closing = new AbortController();
  const gates = new HostGates(mostAtOnce);
  const agent = new Agent({
    connect: guardedConnector({ guard: createGuard(allow), resolve, timeoutMs: silenceMs }),
    connections: 1,
    maxHeaderSize: 32 * 1024,
    headersTimeout: silenceMs,
    bodyTimeout: silenceMs,
  });

  async function ask<T>(request: FetchRequest, timeoutMs: number, take: Take<T>): Promise<T> {
    let route = startRoute(request.url);
    const end = linkSignals([closing.signal, ...(request.signal ? [request.signal] : [])]);
    const clock = new Clock(timeoutMs);
    try {
      for (;;) {
        const leave = await gates.enter(route.url.host, end.signal);
        try {
          const at = route;
          const step = await clock.run(end.signal, (signal) => hop(request, at, signal, take));
          if ('taken' in step) return step.taken;
          route = step.next;
        } finally {
          leave();
        }
      }
    } catch (error) {
      const name = nameOf(route);
      if (end.signal.aborted) throw new VerbatimError('unreachable', `${name} was given up before it had answered.`);
      const { isOfOthers = false } = request;
      throw explain(error, { name, host: route.url.hostname, timeoutMs, silenceMs, isOfOthers });
    } finally {
      end.unlink();
    }
  }

  async function hop<T>(
    request: FetchRequest,
    route: Route,
    signal: AbortSignal,
    take: Take<T>,
  ): Promise<{ readonly next: Route } | { readonly taken: T }> {
    const startedMs = performance.now();
    const { origin, pathname, search } = route.url;
    const headers = requestHeaders(request, route);
    const send = () => agent.request({ origin, path: pathname + search, method: 'GET', headers, signal });
    // A connection that was kept may be closed by the other side just as it is used again; asking for something once more
    // does no harm (https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2).
    const response = await send().catch((error) => {
      if (isBrokenOff(error)) return send();
      throw error;
    });
    const { statusCode: status, body } = response;
    try {
      const ms = Math.round(performance.now() - startedMs);
      log?.debug({ address: nameOf(route), status, ms }, 'asked the web');
      if (isRedirect(status)) return { next: follow(route, status, header(response.headers, 'location')) };
      return { taken: await take(response, route) };
    } finally {
      await body.dump({ limit: mostDumpedBytes, signal }).catch(() => {});
    }
  }

  return {
    ask,
    async close() {
      closing.abort();
      await agent.destroy();
    },
  };
}

function requestHeaders(request: FetchRequest, route: Route): Record<string, string> {
  return known({
    accept: request.accept ?? '*/*',
    'accept-encoding': acceptEncoding,
    'user-agent': userAgent(),
    authorization: authorization(route),
    'if-none-match': request.etag,
    'if-modified-since': request.lastModified,
  });
}

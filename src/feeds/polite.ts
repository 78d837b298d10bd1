// A fetcher with manners: one request a host at a time, and none to a host that has asked to be left alone for a while.

import { VerbatimError } from '../errors.ts';
import type { Fetcher } from '../fetch/fetcher.ts';

/** How long a host may keep us waiting on its say-so. */
const mostRestMs = 24 * 60 * 60 * 1000;

interface Host {
  /** Resolves when nothing is under way there. */
  free: Promise<unknown>;
  /** What it said when it asked to be left alone, and until when. */
  resting?: { readonly error: VerbatimError; readonly untilMs: number };
}

export function withManners(fetcher: Fetcher, nowMs: () => number = Date.now): Fetcher {
  const hosts = new Map<string, Host>();

  const inTurn = <T>(address: string, ask: () => Promise<T>): Promise<T> => {
    const name = hostOf(address);
    const host = hosts.get(name) ?? { free: Promise.resolve() };
    hosts.set(name, host);
    const asked = host.free.then(async () => {
      refuseWhileResting(host, nowMs());
      try {
        return await ask();
      } catch (error) {
        noteRest(host, error, nowMs());
        throw error;
      }
    });
    host.free = asked.catch(() => undefined);
    return asked;
  };

  return {
    fetch: (request) => inTurn(request.url, () => fetcher.fetch(request)),
    download: (request, file) => inTurn(request.url, () => fetcher.download(request, file)),
    close: () => fetcher.close(),
  };
}

/** What cannot be read as an address waits for nobody: the fetcher says what is wrong with it. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function refuseWhileResting(host: Host, nowMs: number): void {
  const { resting } = host;
  if (resting === undefined || resting.untilMs <= nowMs) return;
  const { error } = resting;
  const retryAfterSeconds = Math.ceil((resting.untilMs - nowMs) / 1000);
  throw new VerbatimError(error.code, error.message, {
    cause: error,
    retryAfterSeconds,
    ...(error.status === undefined ? {} : { status: error.status }),
  });
}

/** Retry-After speaks for the whole host: https://www.rfc-editor.org/rfc/rfc6585#section-4 */
function noteRest(host: Host, error: unknown, nowMs: number): void {
  if (!(error instanceof VerbatimError) || error.retryAfterSeconds === undefined) return;
  host.resting = { error, untilMs: nowMs + Math.min(error.retryAfterSeconds * 1000, mostRestMs) };
}

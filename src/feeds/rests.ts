// A fetcher that leaves a host alone for as long as it has asked for, whatever is wanted of it.

import { VerbatimError } from '../errors.ts';
import type { Fetcher } from '../fetch/fetcher.ts';

/** How long a host may keep us waiting on its say-so. */
const mostRestMs = 24 * 60 * 60 * 1000;

const tooManyRequests = 429;

/**
 * 429 speaks of the asker, and so for all that lies there (https://www.rfc-editor.org/rfc/rfc6585#section-4); 503 may speak
 * of one feed among many.
 */
export function withRests(fetcher: Fetcher, nowMs: () => number = Date.now): Fetcher {
  /** Until when, in milliseconds, by host. */
  const rests = new Map<string, number>();

  const unlessResting = async <T>(address: string, ask: () => Promise<T>): Promise<T> => {
    const host = hostOf(address);
    const restMs = (rests.get(host) ?? 0) - nowMs();
    if (restMs > 0) throw leftAlone(host, restMs);
    try {
      return await ask();
    } catch (error) {
      const { status, retryAfterSeconds = 0 } = error instanceof VerbatimError ? error : {};
      if (status === tooManyRequests) rests.set(host, nowMs() + Math.min(retryAfterSeconds * 1000, mostRestMs));
      throw error;
    }
  };

  return {
    fetch: (request) => unlessResting(request.url, () => fetcher.fetch(request)),
    download: (request, file) => unlessResting(request.url, () => fetcher.download(request, file)),
    close: () => fetcher.close(),
  };
}

/** What cannot be read as an address is left as it is: the fetcher says what is wrong with it. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

function leftAlone(host: string, restMs: number): VerbatimError {
  const message = `${host} got too many requests and wants none for a while (429). Try again later.`;
  return new VerbatimError('bad-response', message, {
    status: tooManyRequests,
    retryAfterSeconds: Math.ceil(restMs / 1000),
  });
}

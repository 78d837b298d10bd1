// A fetcher that leaves a host alone for as long as it has asked for: Retry-After speaks for all that lies there.

import { VerbatimError } from '../errors.ts';
import type { Fetcher } from '../fetch/fetcher.ts';
import { known } from '../text/known.ts';

/** How long a host may keep us waiting on its say-so. */
const mostRestMs = 24 * 60 * 60 * 1000;

interface Rest {
  /** What was said. */
  readonly error: VerbatimError;
  readonly untilMs: number;
}

/** @see https://www.rfc-editor.org/rfc/rfc6585#section-4 */
export function withRests(fetcher: Fetcher, nowMs: () => number = Date.now): Fetcher {
  const rests = new Map<string, Rest>();

  const unlessResting = async <T>(address: string, ask: () => Promise<T>): Promise<T> => {
    const host = hostOf(address);
    const rest = rests.get(host);
    if (rest !== undefined && rest.untilMs > nowMs()) throw said(rest, nowMs());
    try {
      return await ask();
    } catch (error) {
      if (error instanceof VerbatimError && error.retryAfterSeconds !== undefined) {
        rests.set(host, { error, untilMs: nowMs() + Math.min(error.retryAfterSeconds * 1000, mostRestMs) });
      }
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

/** The same as it said before, with what is left of the wait. */
function said({ error, untilMs }: Rest, nowMs: number): VerbatimError {
  const retryAfterSeconds = Math.ceil((untilMs - nowMs) / 1000);
  return new VerbatimError(error.code, error.message, {
    cause: error,
    retryAfterSeconds,
    ...known({ status: error.status }),
  });
}

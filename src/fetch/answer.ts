// What an answer's head says: its kind, its facts, and the sentence for a status that is none of the good ones.

import type { IncomingHttpHeaders } from 'node:http';
import { VerbatimError } from '../errors.ts';
import { known } from '../text/known.ts';
import type { FetchedHead } from './fetcher.ts';
import { movedTo, nameOf, type Route } from './route.ts';

export type Headers = IncomingHttpHeaders;

const redirects: readonly number[] = [301, 302, 303, 307, 308];

export function isRedirect(status: number): boolean {
  return redirects.includes(status);
}

export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

export function headOf(route: Route, headers: Headers): FetchedHead {
  const contentType = header(headers, 'content-type');
  return {
    url: route.url.href,
    ...known({
      movedTo: movedTo(route),
      mediaType: contentType?.split(';')[0]?.trim().toLowerCase() || undefined,
      charset: /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType ?? '')?.[1]?.toLowerCase(),
      etag: sendable(header(headers, 'etag')),
      lastModified: sendable(header(headers, 'last-modified')),
      freshSeconds: freshSeconds(headers),
    }),
  };
}

/** https://www.rfc-editor.org/rfc/rfc9111#section-4.2: what is left of its time when a cache has kept it for a while. */
function freshSeconds(headers: Headers): number | undefined {
  const directives = header(headers, 'cache-control') ?? '';
  const age = Number(/(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(directives)?.[1] ?? 0) - (Number(headers.age) || 0);
  return age > 0 && !/\bno-(cache|store)\b/i.test(directives) ? age : undefined;
}

/** These are sent back one day, and what is no proper text could not be. */
function sendable(value: string | undefined): string | undefined {
  return value !== undefined && /^[\x20-\x7e]{1,1000}$/.test(value) ? value : undefined;
}

/** @throws VerbatimError `bad-response` with status and Retry-After unless the answer has what was asked for. */
export function checkStatus(route: Route, status: number, headers: Headers): void {
  if (status === 200 || status === 203) return;
  throw new VerbatimError('bad-response', `${nameOf(route)} ${sentence(status)}`, {
    status,
    ...known({ retryAfterSeconds: retryAfterSeconds(header(headers, 'retry-after'), Date.now()) }),
  });
}

function sentence(status: number): string {
  switch (status) {
    case 401:
      return 'wants a name and a password (401). Put the right ones into the address: https://name:password@…';
    case 403:
      return 'refuses to answer (403). Open it in a browser; a private feed may want another address, or a name and a password.';
    case 404:
    case 410:
      return `has nothing there (${status}). Check the address.`;
    case 429:
      return 'gets too many requests (429). Try again later.';
    default:
      return status >= 500
        ? `is in trouble (${status}). Try again later.`
        : `gave an answer that is of no use (${status}). Open it in a browser to see why.`;
  }
}

/** https://www.rfc-editor.org/rfc/rfc9110#name-retry-after: seconds, or a date. */
export function retryAfterSeconds(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  if (/^\s*\d+\s*$/.test(value)) return Number(value);
  // A date has a month's name; Date.parse would find one in nearly any number.
  const seconds = /[a-z]{3}/i.test(value) ? Math.ceil((Date.parse(value) - nowMs) / 1000) : Number.NaN;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

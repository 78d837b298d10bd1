// Asks the server. What goes wrong comes back as the kind of fault it is, so that the page can say it kindly.

import type { WireAnswer, WirePage, WirePress, WireRun, WireSuggestion, WireTyping } from '../wire.ts';

export type Fault = 'unreachable' | 'refused' | 'tooLong' | 'failed';

export class ServerFault extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

export const fetchPage = (locale: string | undefined): Promise<WirePage> =>
  ask(locale === undefined ? '/api/page' : `/api/page?locale=${encodeURIComponent(locale)}`);

export const run = (body: WireRun): Promise<WireAnswer> => post('/api/run', body);

export const press = (body: WirePress): Promise<WireAnswer> => post('/api/press', body);

export const suggest = (body: WireTyping, signal: AbortSignal): Promise<readonly WireSuggestion[]> =>
  post('/api/suggest', body, signal);

const post = <T>(path: string, body: unknown, signal?: AbortSignal): Promise<T> =>
  ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

async function ask<T>(path: string, request?: RequestInit): Promise<T> {
  const response = await fetch(path, request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ServerFault('unreachable');
  });
  if (response.ok) return response.json().catch(() => Promise.reject(new ServerFault('unreachable')));
  if (response.status === 413) throw new ServerFault('tooLong');
  throw new ServerFault(response.status >= 500 ? 'failed' : 'refused');
}

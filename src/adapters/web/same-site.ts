// Refuses requests that a page of somebody else's makes a browser send (cross-site request forgery).

import type { MiddlewareHandler } from 'hono';

/**
 * Only JSON is taken, which no foreign page can send without asking first; and the browser's own word is heard: what
 * `Sec-Fetch-Site` says, or else whether `Origin` is this host. Programs that are no browsers say neither.
 * @param publicUrl how people reach it: a proxy may ask under another host, and without TLS browsers tell the origin alone.
 */
export function sameSiteOnly(publicUrl?: string): MiddlewareHandler {
  return async (context, next) => {
    const isJson = /^application\/json\b/i.test(context.req.header('content-type') ?? '');
    if (!isJson || isForeign(context.req.raw.headers, publicUrl)) return context.json({ error: 'refused' }, 403);
    return next();
  };
}

function isForeign(headers: Headers, publicUrl: string | undefined): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null) return site !== 'same-origin';
  const origin = headers.get('origin');
  if (origin === null) return false;
  if (!URL.canParse(origin)) return true;
  const isPublic = publicUrl !== undefined && new URL(publicUrl).origin === new URL(origin).origin;
  return !isPublic && new URL(origin).host !== headers.get('host');
}

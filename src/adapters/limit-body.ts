// Keeps out request bodies that are too long.

import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';

/**
 * Goes by the length that is told, which Node's server holds the request to; where none is told, it reads along. Hono's own limit
 * looks at the body first, and for that a whole web request is built around each: measured, a tenth of an answer.
 */
export function limitBody(mostBytes: number, refuse: (context: Context) => Response): MiddlewareHandler {
  const readAlong = bodyLimit({ maxSize: mostBytes, onError: refuse });
  return async (context, next) => {
    const length = context.req.header('content-length') ?? lengthOfNone[context.req.method];
    const isTold = length !== undefined && context.req.header('transfer-encoding') === undefined;
    if (!isTold) return readAlong(context, next);
    return Number(length) > mostBytes ? refuse(context) : next();
  };
}

/** What asks for something alone has no body, unless it says so. */
const lengthOfNone: Readonly<Record<string, string>> = { GET: '0', HEAD: '0' };

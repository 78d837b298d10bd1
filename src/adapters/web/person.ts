// Who is asking: each browser is a person of its own, known by a random cookie that no script and no other site can use.

import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

const cookie = 'verbatim_person';
const yearSeconds = 365 * 24 * 60 * 60;

export function personOf(context: Context): string {
  const known = getCookie(context, cookie);
  if (known !== undefined && /^[0-9a-f-]{36}$/.test(known)) return known;
  const id = randomUUID();
  setCookie(context, cookie, id, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: yearSeconds });
  return id;
}

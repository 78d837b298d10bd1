// The way of a request: from the address that was given, along the redirects, with the password where it belongs.

import { VerbatimError } from '../errors.ts';
import { shownAddress } from '../text/address.ts';

/** Media pass through several counters on their way; browsers give up at 20. */
const mostRedirects = 10;

export interface Route {
  /** Where to ask now, without name and password. */
  readonly url: URL;
  /** Name and password for this very place. */
  readonly login?: Login;
  /** All that was asked before, the first one first. */
  readonly before: readonly string[];
  /** Every redirect so far was a permanent one. */
  readonly permanent: boolean;
}

interface Login {
  readonly username: string;
  readonly password: string;
}

/** @throws VerbatimError `forbidden-address` where it is no http or https address. */
export function startRoute(address: string): Route {
  if (!URL.canParse(address)) throw noWebAddress(shownAddress(address));
  const url = webUrl(new URL(address), shownAddress(address));
  const { username, password } = url;
  return {
    url: withoutLogin(url),
    ...(username || password ? { login: { username, password } } : {}),
    before: [],
    permanent: true,
  };
}

/** @throws VerbatimError where the redirect leads nowhere, in circles, or away from encryption. */
export function follow(route: Route, status: number, location: string | undefined): Route {
  const from = nameOf(route);
  if (location === undefined || !URL.canParse(location, route.url.href)) {
    throw new VerbatimError(
      'bad-response',
      `${from} redirects to no address. Open it in a browser to see where it is now.`,
      { status },
    );
  }
  const url = withoutLogin(
    webUrl(new URL(location, route.url), `${from} redirects to ${shownAddress(location)}, which`),
  );
  const before = [...route.before, route.url.href];
  if (before.includes(url.href)) {
    throw new VerbatimError(
      'bad-response',
      `${from} redirects in circles. Open it in a browser; it may want you to sign in.`,
      { status },
    );
  }
  if (before.length > mostRedirects) {
    throw new VerbatimError(
      'bad-response',
      `${from} redirects more than ${mostRedirects} times. Give the address where it ends.`,
      { status },
    );
  }
  // Whoever sits on the way could put words into somebody's mouth.
  if (route.url.protocol === 'https:' && url.protocol === 'http:') {
    throw new VerbatimError(
      'bad-response',
      `${from} redirects to ${shownAddress(url.href)}, without encryption. Give that address itself if you trust it.`,
      { status },
    );
  }
  const login = keepsLogin(route.url, url) ? route.login : undefined;
  const permanent = route.permanent && (status === 301 || status === 308);
  return { url, ...(login ? { login } : {}), before, permanent };
}

/** Set where all redirects were permanent; with name and password where they were sent there. */
export function movedTo({ url, login, before, permanent }: Route): string | undefined {
  if (before.length === 0 || !permanent) return undefined;
  return Object.assign(new URL(url), login).href;
}

/** For people: what was asked for, and where it led. */
export function nameOf({ url, before }: Route): string {
  const [first] = before;
  return first === undefined ? shownAddress(url.href) : `${shownAddress(first)} (now ${shownAddress(url.href)})`;
}

/** https://datatracker.ietf.org/doc/html/rfc7617; absent where nothing is to be sent. */
export function authorization({ login }: Route): string | undefined {
  if (login === undefined) return undefined;
  return `Basic ${Buffer.from(`${decoded(login.username)}:${decoded(login.password)}`).toString('base64')}`;
}

/** The same origin, or the same host's move from http to https at their own ports: what was sent in the clear may be. */
function keepsLogin(from: URL, to: URL): boolean {
  const upgraded = from.protocol === 'http:' && to.protocol === 'https:' && from.port === '' && to.port === '';
  return from.origin === to.origin || (upgraded && from.hostname === to.hostname);
}

function webUrl(url: URL, shown: string): URL {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw noWebAddress(shown);
  url.hash = '';
  return url;
}

function noWebAddress(shown: string): VerbatimError {
  return new VerbatimError('forbidden-address', `${shown} is no web address. Give one that starts with https://.`);
}

function withoutLogin(url: URL): URL {
  return Object.assign(new URL(url), { username: '', password: '' });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

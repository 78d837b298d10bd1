// Addresses as feeds write them: made whole, http(s) alone, and never telling a name or a password that is not theirs to tell.

/** The whole address, a name and a password in it included; `undefined` where it is none that can be fetched. */
export function resolveAddress(written: string | undefined, base: string): string | undefined {
  const text = written?.trim();
  if (!text || !URL.canParse(text, base)) return undefined;
  const url = new URL(text, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

/** As everybody may see it. */
export function publicAddress(address: string): string {
  const url = new URL(address);
  url.username = '';
  url.password = '';
  return url.href;
}

/** As `resolveAddress`, for what is shown. */
export function resolveLink(written: string | undefined, base: string): string | undefined {
  const address = resolveAddress(written, base);
  return address === undefined ? undefined : publicAddress(address);
}

/**
 * The address with the name and password by which `from` was opened, where it is the same server's and has none of its own.
 * A server that has moved from http to https is still the same one; the way back would tell the password to the whole line.
 */
export function lendCredentials(address: string, from: string): string {
  const url = new URL(address);
  const opened = new URL(from);
  const secured = opened.protocol === 'http:' && url.protocol === 'https:' && opened.port === '' && url.port === '';
  const isSameServer = url.hostname === opened.hostname && (url.origin === opened.origin || secured);
  if (isSameServer && url.username === '' && url.password === '') {
    url.username = opened.username;
    url.password = opened.password;
  }
  return url.href;
}

// A private feed's name and password, for what else lies on its server.

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

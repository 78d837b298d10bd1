// Whether a request means this server at all, by the host it names.

/**
 * A page of somebody else's whose domain suddenly points to 127.0.0.1 (DNS rebinding) still names its own domain as the
 * host. So what only this machine should reach answers to this machine's names alone, and to those of `publicUrl`.
 */
export function isHostAllowed(given: string | undefined, boundTo: string, publicUrl?: string): boolean {
  if (!isLoopback(boundTo)) return true;
  const address = `http://${given}`;
  if (given === undefined || !URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return isLoopback(hostname) || (publicUrl !== undefined && hostname === new URL(publicUrl).hostname);
}

const isLoopback = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);

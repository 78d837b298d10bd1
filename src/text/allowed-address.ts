// Exceptions from the rule that private networks are not asked: a host, an address or a network, with a port or without.

/** Plain data, so that it can be handed to another thread. No port: every port. */
export type AllowedAddress =
  | { readonly host: string; readonly port?: number }
  | { readonly network: string; readonly prefix: number; readonly port?: number };

const name =
  /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?)*\.?$/u;

/**
 * Reads `nas.example.org`, `nas.example.org:8080`, `192.168.1.20`, `192.168.1.20:8080`, `192.168.0.0/16`,
 * `192.168.0.0/16:8080`, `fd00::1`, `fd00::/8`, `[fd00::1]:8080` and `[fd00::/8]:8080`.
 * @returns undefined where it is none of these
 */
export function parseAllowedAddress(text: string): AllowedAddress | undefined {
  const parts =
    /^\[(?<host>[\da-f:.]+)(?:\/(?<prefix>\d+))?\](?::(?<port>\d+))?$/i.exec(text) ??
    /^(?<host>[\da-f.]*:[\da-f.]*:[\da-f:.]*)(?:\/(?<prefix>\d+))?$/i.exec(text) ??
    /^(?<host>[^:/[\]]+)(?:\/(?<prefix>\d+))?(?::(?<port>\d+))?$/.exec(text);
  const { host = '', prefix, port } = parts?.groups ?? {};
  const canonical = canonicalHost(host);
  if (canonical === undefined || Number(port ?? 1) < 1 || Number(port ?? 1) > 65_535) return undefined;
  const withPort = port === undefined ? {} : { port: Number(port) };
  if (!isAddress(canonical)) return prefix === undefined ? { host: canonical, ...withPort } : undefined;
  const most = canonical.includes(':') ? 128 : 32;
  if (Number(prefix ?? most) > most) return undefined;
  return { network: canonical, prefix: Number(prefix ?? most), ...withPort };
}

const isAddress = (host: string) => host.includes(':') || /^[\d.]+$/.test(host);

/** As `URL` writes it; undefined where it is no host, or an address in a spelling that may not say what was meant. */
function canonicalHost(host: string): string | undefined {
  const inUrl = host.includes(':') ? `http://[${host}]` : `http://${host}`;
  if (!URL.canParse(inUrl) || !(host.includes(':') || name.test(host))) return undefined;
  const canonical = new URL(inUrl).hostname.replace(/^\[|\]$|\.$/g, '');
  return /^[\d.]+$/.test(canonical) && canonical !== host ? undefined : canonical;
}

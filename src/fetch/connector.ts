// Opens connections for undici, and only to addresses that the guard permits.

import { type LookupAddress, lookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { ForbiddenAddress, type Guard, type Target } from './guard.ts';

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

export const resolveBySystem: Resolve = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses)));
  });

export interface ConnectorOptions {
  readonly guard: Guard;
  readonly resolve: Resolve;
  readonly timeoutMs: number;
}

/**
 * A name is looked up once, and the addresses that were checked are the ones connected to: a name that changes its mind
 * in between (DNS rebinding) gains nothing. Sockets do not look up hosts that are addresses already, so these are checked
 * beforehand, and whatever a socket has got to is checked once more before it is asked for anything.
 */
export function guardedConnector({ guard, resolve, timeoutMs }: ConnectorOptions): buildConnector.connector {
  return (options, callback) => {
    const target = targetOf(options);
    if (isIP(target.host) !== 0 && !guard(target, target.host)) {
      callback(new ForbiddenAddress(target, target.host), null);
      return;
    }
    const connect = buildConnector({
      timeout: timeoutMs,
      lookup: guardedLookup(target, guard, resolve),
      // Node's 250 ms for one address are too few for the other side of the world.
      autoSelectFamilyAttemptTimeout: 2_000,
    });
    connect(options, (...[error, socket]) => {
      if (error !== null) {
        callback(error, null);
        return;
      }
      const { remoteAddress } = socket;
      if (remoteAddress !== undefined && guard(target, remoteAddress)) {
        callback(null, socket);
      } else {
        socket.destroy();
        callback(strayed(target, remoteAddress), null);
      }
    });
  };
}

function targetOf({ hostname, port, protocol }: buildConnector.Options): Target {
  return { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port) || (protocol === 'https:' ? 443 : 80) };
}

function guardedLookup(target: Target, guard: Guard, resolve: Resolve): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (addresses) => {
        // One bad address among good ones is no oversight: such a name is made to slip through.
        const bad = addresses.find(({ address }) => !guard(target, address));
        const [first] = addresses;
        if (bad !== undefined) callback(new ForbiddenAddress(target, bad.address), '');
        else if (first === undefined) callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '');
        else if (all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

/** A socket that knows no other side has been hung up on already. */
function strayed(target: Target, address: string | undefined): Error {
  if (address !== undefined) return new ForbiddenAddress(target, address);
  return Object.assign(new Error('hung up at once'), { code: 'ECONNRESET' });
}

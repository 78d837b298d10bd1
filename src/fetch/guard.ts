// Decides where a connection may go: to the public internet, and to what the operator has listed.

import { type BlockList, isIP, isIPv4 } from 'node:net';
import type { AllowedAddress } from '../text/allowed-address.ts';
import { embeddedIpv4, isForbidden, isLinkLocal, networkOf } from './forbidden.ts';

export interface Target {
  /** As the address had it: a name or an IP address, without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Whether the target may be reached at this IP address. */
export type Guard = (target: Target, address: string) => boolean;

/** A target that the guard does not permit. The address is for the log: it tells what a private network's names stand for. */
export class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
  readonly host: string;
  /** Filters for advertising answer so for names that they block. */
  readonly isBlockedName: boolean;
  /** Written as an address at which machines of a cloud are told about themselves. */
  readonly isLinkLocal: boolean;

  constructor({ host }: Target, address: string) {
    super(`${host} is at ${address}`);
    this.host = host;
    this.isLinkLocal = isLinkLocal(host);
    this.isBlockedName = isIP(host) === 0 && (address === '0.0.0.0' || address === '::');
  }
}

export function createGuard(allow: readonly AllowedAddress[]): Guard {
  const exceptions = allow.map(exception);
  return (target, address) => !isForbidden(address) || exceptions.some((excepts) => excepts(target, address));
}

function exception(allowed: AllowedAddress): Guard {
  const { port } = allowed;
  const where: Guard = 'host' in allowed ? byName(allowed.host) : byNetwork(networkOf(allowed.network, allowed.prefix));
  return (target, address) => (port === undefined || port === target.port) && where(target, address);
}

function byName(host: string): Guard {
  return (target) => target.host.toLowerCase().replace(/\.$/, '') === host;
}

function byNetwork(network: BlockList): Guard {
  return (_, address) =>
    [address.replace(/%.*$/s, ''), embeddedIpv4(address)].some(
      (spelling) => spelling !== undefined && network.check(spelling, isIPv4(spelling) ? 'ipv4' : 'ipv6'),
    );
}

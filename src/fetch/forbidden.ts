// Which addresses stand outside the public internet.

import { BlockList, isIP, isIPv4 } from 'node:net';

/** https://www.iana.org/assignments/iana-ipv4-special-registry */
const forbiddenIpv4 = subnets('ipv4', [
  ['0.0.0.0', 8], // this network, unspecified
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // behind a carrier's NAT; also Alibaba's metadata service
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local; the metadata services of most clouds
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments; also Oracle's metadata service
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // 6to4 relays, deprecated
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
  // A public address that inside Azure alone is a service for its machines:
  // https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
  ['168.63.129.16', 32],
]);

/** All that is public is in here (https://www.iana.org/assignments/ipv6-address-space) … */
const globalIpv6 = subnets('ipv6', [['2000::', 3]]);

/** … but for these: https://www.iana.org/assignments/iana-ipv6-special-registry */
const forbiddenIpv6 = subnets('ipv6', [
  ['2001::', 23], // protocol assignments: Teredo, benchmarks, ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4, which can hold any IPv4 address
  ['3ffe::', 16], // 6bone, given back
  ['3fff::', 20], // documentation
]);

/** True as well for what is no address at all. */
export function isForbidden(address: string): boolean {
  const bare = embeddedIpv4(address) ?? withoutZone(address);
  switch (isIP(bare)) {
    case 4:
      return forbiddenIpv4.check(bare, 'ipv4');
    case 6:
      return !globalIpv6.check(bare, 'ipv6') || forbiddenIpv6.check(bare, 'ipv6');
    default:
      return true;
  }
}

const linkLocalIpv4 = subnets('ipv4', [
  ['169.254.0.0', 16],
  ['100.100.100.200', 32], // Alibaba's metadata service
  ['192.0.0.192', 32], // Oracle's
  ['168.63.129.16', 32], // Azure's
]);
const linkLocalIpv6 = subnets('ipv6', [
  ['fe80::', 10],
  ['fd00:ec2::254', 128], // Amazon's
]);

/** True for addresses, not names, that reach the very link or the services of a cloud for its own machines. */
export function isLinkLocal(host: string): boolean {
  const bare = embeddedIpv4(host) ?? withoutZone(host);
  const family = isIP(bare);
  return family === 4 ? linkLocalIpv4.check(bare, 'ipv4') : family === 6 && linkLocalIpv6.check(bare, 'ipv6');
}

/**
 * The IPv4 address that is reached by way of an IPv6 one: mapped (`::ffff:1.2.3.4`), or by NAT64 (`64:ff9b::1.2.3.4`),
 * which is how machines without IPv4 reach most of the public internet and is therefore not forbidden as such.
 */
export function embeddedIpv4(address: string): string | undefined {
  const bare = withoutZone(address);
  if (isIP(bare) !== 6) return undefined;
  // URL writes every spelling of an address the one way.
  const canonical = new URL(`http://[${bare}]`).hostname;
  const parts = /^\[(?:::ffff:|64:ff9b::)(?:([\da-f]{1,4}):)?([\da-f]{1,4})?\]$/.exec(canonical);
  if (parts === null) return undefined;
  const [high, low] = [parts[1] ?? '0', parts[2] ?? '0'].map((digits) => Number.parseInt(digits, 16));
  return [high, low].flatMap((half = 0) => [half >> 8, half & 255]).join('.');
}

/** `fe80::1%eth0`: the zone says which network card. */
function withoutZone(address: string): string {
  return address.replace(/%.*$/s, '');
}

function subnets(family: 'ipv4' | 'ipv6', list: readonly (readonly [string, number])[]): BlockList {
  const blockList = new BlockList();
  for (const [network, prefix] of list) blockList.addSubnet(network, prefix, family);
  return blockList;
}

/** One network, for those that are excepted. */
export function networkOf(network: string, prefix: number): BlockList {
  return subnets(isIPv4(network) ? 'ipv4' : 'ipv6', [[network, prefix]]);
}

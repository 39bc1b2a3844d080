import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';

/** One list for each kind: a list of both takes IPv4 for the IPv6 addresses that stand for it. */
const WITHIN = { ipv4: new BlockList(), ipv6: new BlockList() };
const IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const;
/** What is routed outside begins with 2000::/3; of that the old tunnels lead back to IPv4 addresses. */
const IPV6 = [
  ['::', 3],
  ['2001::', 23],
  ['2002::', 16],
  ['4000::', 2],
  ['8000::', 1],
] as const;
for (const [net, bits] of IPV4) WITHIN.ipv4.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of IPV6) WITHIN.ipv6.addSubnet(net, bits, 'ipv6');

/** Whether an address leads nowhere outside: this machine, a private network, or no single machine. */
export function isWithin(address: string): boolean {
  const kind = isIPv6(address) ? 'ipv6' : 'ipv4';
  return WITHIN[kind].check(address, kind);
}

/** Whether every address that a host has now leads outside. Throws where the name is not found. */
export async function leadsOutside(hostname: string): Promise<boolean> {
  const found = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true });
  return found.every(({ address }) => !isWithin(address));
}

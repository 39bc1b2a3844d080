import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';

const WITHIN = new BlockList();
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
const IPV6 = [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const;
for (const [net, bits] of IPV4) WITHIN.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of IPV6) WITHIN.addSubnet(net, bits, 'ipv6');

/** Whether an address leads nowhere outside: this machine, a private network, or no single machine. */
export function isWithin(address: string): boolean {
  return WITHIN.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

/** Whether every address that a host has now leads outside. Throws where the name is not found. */
export async function leadsOutside(hostname: string): Promise<boolean> {
  const found = await lookup(hostname.replace(/^\[|\]$/g, ''), { all: true });
  return found.every(({ address }) => !isWithin(address));
}

import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** What has been given out as addresses of the internet so far (IANA): everything else of IPv6 is for other uses. */
const globalIpv6 = ipaddr.parseCIDR('2000::/3');

/**
 * Whether a network address is one that anybody on the internet can reach. Private, local, shared, reserved
 * and multicast ones are not, nor is an IPv6 address that only stands for an IPv4 one. Text that is no
 * address is not, either. Never throws.
 */
export function isPublicAddress(address: string): boolean {
  // ipaddr.js also takes the short forms of old programs, such as 1.2.3.
  if (isIP(address) === 0) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || parsed.match(globalIpv6);
}

import { isIPv6 } from 'node:net';

/** As long as an address can be; what a proxy passes on may be anything. */
const MAX_LENGTH = 45;

/**
 * Under which key an address is counted. Whoever has one address of IPv6 has the whole network of 64 bits (RFC 6177), so that
 * network is counted; an address of IPv4 inside IPv6 is the one of IPv4.
 */
export function toAddressKey(address: string): string {
  const text = address.slice(0, MAX_LENGTH).toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(text)?.[1];
  if (mapped !== undefined) return mapped;
  return isIPv6(text) ? listGroups(text).slice(0, 4).join(':') : text;
}

/** The eight groups of an address of IPv6, without leading zeros. Only the first four are read, so an IPv4 tail is let be. */
function listGroups(address: string): string[] {
  const [head = '', tail] = address.replace(/%.*$/, '').split('::');
  const split = (part: string) => part.split(':').filter((group) => group !== '');
  const [before, after] = [split(head), split(tail ?? '')];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  return groups.map((group) => group.replace(/^0+(?=.)/, ''));
}

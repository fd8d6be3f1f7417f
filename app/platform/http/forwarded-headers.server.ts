import { isIP } from 'node:net';
import type { RequestHandler } from 'express';

const untrusted = /^(forwarded|x-forwarded-.*|x-real-ip|x-client-ip|x-original-.*|x-rewrite-url|via)$/;

/**
 * The address a request comes from. Every proxy appends to X-Forwarded-For the address that it saw,
 * so with `proxies` of our own the entry that many places from the end is the last one we can
 * believe; what stands before it is whatever the sender wrote. An IPv6 address counts as its /64
 * network, of which one household or machine has all.
 */
export function sourceAddress(socketAddress: string, forwardedFor: string | undefined, proxies: number): string {
  const seen = (forwardedFor ?? '').split(',').map((entry) => entry.trim()).filter((entry) => entry !== '');
  const chain = [socketAddress, ...seen.reverse()];
  const candidate = chain[Math.min(proxies, chain.length - 1)]!;
  const address = (isIP(candidate) ? candidate : socketAddress).replace(/^::ffff:(?=\d+\.)/, '');
  return isIP(address) === 6 ? networkOf(address) : address;
}

function networkOf(address: string): string {
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array<string>(Math.max(gap, 0)).fill('0'), ...after];
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

/**
 * Writes the headers that say where a request came from and where it was going, whatever was sent:
 * the application sees its own origin and an address it can believe, and nothing else.
 */
export function overwriteForwardedHeaders(proxies: number, origin: string): RequestHandler {
  const { host, protocol } = new URL(origin);
  return (request, _response, next) => {
    const sent = request.headers['x-forwarded-for'];
    const forwardedFor = Array.isArray(sent) ? sent.join(',') : sent;
    const source = sourceAddress(request.socket.remoteAddress ?? '', forwardedFor, proxies);
    for (const name of Object.keys(request.headers)) if (untrusted.test(name)) delete request.headers[name];
    Object.assign(request.headers, {
      host,
      'x-forwarded-for': source,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol.slice(0, -1),
    });
    next();
  };
}

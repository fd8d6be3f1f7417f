import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, fetch as send } from 'undici';
import { ProviderFault } from './provider-fault.ts';
import { isPublicAddress } from './public-address.ts';

/** More than any provider's document or keys; Microsoft's are below 30,000 bytes. */
const sizeLimit = 500_000;
/** For each of connecting, the headers and the silence between two parts of a body; the caller limits the whole. */
const patience = 5_000;

export interface GuardedRequest {
  method: string;
  headers: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
}

const notPublic = (host: string) => new ProviderFault('not-public', `${host} is no public address`);

/**
 * Looks a name up for a connection that is about to be made: to this very answer it goes, so that a name
 * which answers differently a second time gains nothing. One address that is not public closes them all.
 */
const publicLookup: LookupFunction = (hostname, options, answer) => {
  systemLookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '', 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address))) return answer(notPublic(hostname), '', 0);
    if (options.all) return answer(null, addresses);
    return answer(null, first.address, first.family);
  });
};

/** Connects to public addresses only. An address in figures is never looked up, so it is judged here. */
function publicConnector(): buildConnector.connector {
  const connect = buildConnector({ timeout: patience, lookup: publicLookup });
  return (options, answer) => {
    if (isIP(options.hostname) !== 0 && !isPublicAddress(options.hostname)) answer(notPublic(options.hostname), null);
    else connect(options, answer);
  };
}

async function limited(body: AsyncIterable<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > sizeLimit) throw new ProviderFault('unreachable', `the answer is larger than ${sizeLimit} bytes`);
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * Asks a provider that an administrator has named, and that may be anybody: over https, at public addresses,
 * one answer of at most 500,000 bytes once unpacked, no redirects. `allowsLocal` drops the first two, for tests.
 * Throws a ProviderFault where it refuses, or what undici throws (with ours as its cause).
 */
export async function guardedFetch(url: string, request: GuardedRequest, { allowsLocal }: { allowsLocal: boolean }): Promise<Response> {
  if (!allowsLocal && new URL(url).protocol !== 'https:') throw new ProviderFault('not-https', `${url} is not https`);
  const connect = allowsLocal ? { timeout: patience } : publicConnector();
  const dispatcher = new Agent({ connect, headersTimeout: patience, bodyTimeout: patience });
  try {
    const { method, headers, signal } = request;
    const body = request.body as URLSearchParams | undefined;
    const answer = await send(url, { method, headers, body, signal, redirect: 'error', dispatcher });
    const bytes = await limited(answer.body);
    return new Response(bytes, { status: answer.status, headers: [...answer.headers] });
  } finally {
    await dispatcher.destroy();
  }
}

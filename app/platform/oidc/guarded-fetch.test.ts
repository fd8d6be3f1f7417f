import { describe, expect, it } from 'vitest';
import { serve } from '#tests/helpers/serve.ts';
import { guardedFetch } from './guarded-fetch.server.ts';
import { ProviderFault } from './provider-fault.ts';

const get = { method: 'GET', headers: {} };

/** Ours, in whatever fetch has wrapped it. */
async function faultOf(url: string, allowsLocal: boolean): Promise<string> {
  const error: unknown = await guardedFetch(url, get, { allowsLocal }).then(
    ({ status }) => `answered ${status}`,
    (thrown: unknown) => thrown,
  );
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof ProviderFault) return cause.kind;
  return error instanceof Error ? error.message : String(error);
}

describe('asking a provider', () => {
  it('makes no connection to this machine, by address or by name, and does where tests allow it', async () => {
    let connections = 0;
    const port = await serve((_request, response) => {
      connections += 1;
      response.end('{}');
    });
    for (const host of ['127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f000001', '[::ffff:127.0.0.1]', '[::1]', '0.0.0.0']) {
      expect([host, await faultOf(`https://${host}:${port}/`, false)]).toEqual([host, 'not-public']);
    }
    expect(connections).toBe(0);
    expect(await faultOf(`http://127.0.0.1:${port}/`, true)).toBe('answered 200');
    expect(connections).toBe(1);
  });

  it('asks nothing without https', async () => {
    expect(await faultOf('http://8.8.8.8/', false)).toBe('not-https');
  });

  it('follows no redirect, whatever it leads to', async () => {
    let followed = false;
    const port = await serve((request, response) => {
      if (request.url === '/target') followed = true;
      response.writeHead(302, { Location: '/target' }).end();
    });
    expect(await faultOf(`http://127.0.0.1:${port}/`, true)).toBe('fetch failed');
    expect(followed).toBe(false);
  });

  it('takes half a megabyte once unpacked, and no more', async () => {
    const { gzipSync } = await import('node:zlib');
    const sizes: Record<string, number> = { '/small': 499_000, '/large': 30_000_000 };
    const port = await serve((request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(gzipSync(Buffer.alloc(sizes[request.url ?? ''] ?? 0)));
    });
    expect(await faultOf(`http://127.0.0.1:${port}/small`, true)).toBe('answered 200');
    expect(await faultOf(`http://127.0.0.1:${port}/large`, true)).toBe('unreachable');
  });
});

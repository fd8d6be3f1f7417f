import { request as send, type IncomingMessage } from 'node:http';
import express from 'express';
import { beforeAll, describe, expect, it } from 'vitest';
import { serve } from '#tests/helpers/serve.ts';
import { bodyOf, limitBody } from './limit-body.server.ts';

let port = 0;

beforeAll(async () => {
  const app = express();
  app.use(limitBody(() => ({ bytes: 1000, parts: 3, seconds: 0.2 })));
  app.use((_request, response) => response.json({ got: bodyOf(response)?.toString() ?? null }));
  port = await serve(app);
});

const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };

async function post(body: string | undefined, extra: Record<string, string> = {}) {
  const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers: { ...headers, ...extra }, body });
  return { status: answer.status, text: await answer.text() };
}

function multipart(parts: number): [string, Record<string, string>] {
  const part = '--line\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';
  return [`${part.repeat(parts)}--line--\r\n`, { 'Content-Type': 'multipart/form-data; boundary=line' }];
}

describe('limitBody', () => {
  it('hands on what is within its limits, to the last byte', async () => {
    const body = `a=${'x'.repeat(998)}`;
    expect(await post(body)).toEqual({ status: 200, text: JSON.stringify({ got: body }) });
    expect(await post(undefined)).toEqual({ status: 200, text: JSON.stringify({ got: null }) });
  });

  it('refuses one byte more', async () => {
    expect((await post(`a=${'x'.repeat(999)}`)).status).toBe(413);
  });

  it('counts what comes without a stated size', async () => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = send({ port, host: '127.0.0.1', method: 'POST', headers }, resolve).on('error', reject);
      outgoing.write('x'.repeat(600));
      outgoing.write('x'.repeat(600));
      outgoing.end();
    });
    expect(answer.statusCode).toBe(413);
    answer.resume();
  });

  it.each([
    ['states a size that is too large', { 'Content-Length': '50000000' }, 'x'],
    ['has passed the limit, whatever is still to come', {}, 'x'.repeat(1001)],
  ])('does not wait for the end of what %s, and goes on answering', async (_, stated, begun) => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const outgoing = send({ port, host: '127.0.0.1', method: 'POST', headers: { ...headers, ...stated } }, resolve).on('error', reject);
      // Never ended: the answer comes all the same.
      outgoing.write(begun);
    });
    expect(answer.statusCode).toBe(413);
    answer.destroy();
    expect((await post('a=1')).status).toBe(200);
  });

  it('refuses too many fields, and too many parts', async () => {
    expect((await post('a=1&b=2&c=3')).status).toBe(200);
    expect((await post('a=1&b=2&c=3&d=4')).status).toBe(413);
    expect((await post(...multipart(3))).status).toBe(200);
    expect((await post(...multipart(4))).status).toBe(413);
  });

  it('refuses what is compressed', async () => {
    expect((await post('a=1', { 'Content-Encoding': 'gzip' })).status).toBe(415);
  });

  it('does not wait for a sender who never ends', async () => {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const slow = { ...headers, 'Content-Length': '10' };
      const outgoing = send({ port, host: '127.0.0.1', method: 'POST', headers: slow }, resolve).on('error', reject);
      outgoing.write('a');
    });
    expect(answer.statusCode).toBe(408);
    answer.destroy();
  });
});

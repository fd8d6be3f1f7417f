import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '#app/platform/http/listen.server.ts';
import { makeApp } from '#app/platform/http/make-app.server.ts';
import { staticFiles } from '#app/platform/http/static-files.server.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { ask, startGuarded } from '#tests/helpers/guarded-server.ts';
import { serve } from '#tests/helpers/serve.ts';
import { useTemporaryFolder } from '#tests/helpers/temporary-folder.ts';
import { testSettings } from '#tests/helpers/test-runtime.ts';
import { tinyPages } from '#tests/helpers/tiny-pages.ts';

const db = useTestDatabase();
const inFolder = useTemporaryFolder();
const lines: string[] = [];
let guarded = 0;
let listened = 0;
let files = 0;

beforeAll(async () => {
  guarded = await startGuarded(db, { origin: 'http://localhost:3000', lines });
  listened = await startListening();
  const folder = inFolder('client');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git', 'config'), 'canary');
  writeFileSync(join(folder, '.env'), 'canary');
  writeFileSync(join(folder, 'assets', 'style.css'), 'a{}');
  writeFileSync(inFolder('outside.txt'), 'canary');
  files = await serve(express().use(staticFiles(folder)));
});

/** Serves the same behind the product's own port, whose options decide how a request is read. Answers its port. */
async function startListening(): Promise<number> {
  const origin = 'http://localhost:3000';
  const runtime = { pool: db.pool, log: pino({ level: 'silent' }), now: () => new Date('2026-06-01T09:00:00Z'), origin, ...testSettings };
  const listening = await listen('127.0.0.1', 0);
  afterAll(() => listening.close());
  listening.serve(makeApp({ runtime, pages: tinyPages, trustedProxies: 0, originIsGiven: true }));
  return listening.port;
}

/** Sends bytes as they are and answers everything that comes back before the connection closes. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

const statuses = (answer: string) => [...answer.matchAll(/^HTTP\/1\.1 (\d+)/gm)].map(([, status]) => status);
const head = 'POST /people HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost:3000\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\n';

describe('where a request ends', () => {
  it.each([
    ['both a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['chunks and a length', 'Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n'],
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 30\r\n\r\nname='],
    ['a length that is none', 'Content-Length: 5x\r\n\r\nname='],
    ['an encoding that nobody knows', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['a header that goes on in the next line', 'X-A: 1\r\n Transfer-Encoding: chunked\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
  ])('is not guessed with %s: one answer, and it is 400', async (_case, rest) => {
    const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n';
    expect(statuses(await raw(listened, `${head}${rest}${smuggled}`))).toEqual(['400']);
  });

  it('the control: the same request with one length is taken', async () => {
    expect(statuses(await raw(listened, `${head}Content-Length: 5\r\n\r\nname=`))).toEqual(['200']);
  });
});

describe('the files that are served', () => {
  it.each(['/.git/config', '/.git/', '/.env', '/', '/assets', '/assets/', '/../outside.txt', '/%2e%2e/outside.txt', '/assets/..%2f..%2foutside.txt', '/assets/%2e%2e/.env', '/%252e%252e/outside.txt', '/assets/..%252f..%252foutside.txt', '/%252eenv'])(
    'are those of the build alone, without lists and hidden ones: %s is not there',
    async (path) => {
      const { status, text } = await ask(files, { path });
      expect([400, 403, 404]).toContain(status);
      expect(text).not.toContain('canary');
      expect(text).not.toContain('style.css');
    },
  );

  it('the control: a file of the build is there, with its type', async () => {
    const { status, headers } = await ask(files, { path: '/assets/style.css' });
    expect([status, String(headers['content-type']).toLowerCase()]).toEqual([200, 'text/css; charset=utf-8']);
  });
});

describe('a fault of ours', () => {
  it('is 500 without a word of what broke, at a page too', async () => {
    const { status, text } = await ask(guarded, { path: '/broken' });
    expect(status).toBe(500);
    expect(text).not.toMatch(/on purpose|node_modules|\.ts\b/);
  });
});

describe('the request log', () => {
  it('is one line of JSON a request, whatever stands in its address', async () => {
    const path = '/api/teams%0d%0a%7b%22level%22:30%7d%e2%80%a8"},{"status":500.data';
    await ask(guarded, { path, headers: { 'User-Agent': '"}{"planted":1}' } });
    const written = lines.filter((line) => line.includes('/api/teams'));
    expect(written).toHaveLength(1);
    expect(written[0]!.trimEnd().split(/\r\n|[\n\r\u2028]/)).toHaveLength(1);
    expect(JSON.parse(written[0]!)).toMatchObject({ method: 'GET', status: 404, path: expect.stringMatching(/^\/api\/teams%0d%0a/i) });
    expect(written[0]).not.toContain('planted');
  });
});

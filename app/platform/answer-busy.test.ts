import { randomUUID } from 'node:crypto';
import type { LoaderFunctionArgs, ServerBuild } from '@remix-run/node';
import pg from 'pg';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as entry from '#app/entry.server.tsx';
import { ErrorBoundary } from '#app/root.tsx';
import { keepRetryAfter } from '#app/routes/keep-retry-after.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { useTestDatabase } from '#tests/helpers/database.ts';
import { ask } from '#tests/helpers/guarded-server.ts';
import { serve } from '#tests/helpers/serve.ts';
import { testSettings, useTestRuntime } from '#tests/helpers/test-runtime.ts';
import { answerBusy } from './answer-busy.server.ts';
import { apiRoute, endpoint } from './api/api-route.server.ts';
import { makeApp } from './http/make-app.server.ts';

const database = useTestDatabase();
useTestRuntime(database);
const lines: string[] = [];
const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
let pool: pg.Pool;
let port = 0;

/** What every page, its data and every call of the API do: ask the database. */
async function look(): Promise<string> {
  await tenantDatabase(pool, randomUUID()).transaction(async () => undefined);
  return 'looked';
}

const root = { loader: look, default: () => 'a page', ErrorBoundary, headers: keepRetryAfter };
const call = endpoint({ id: 'look', method: 'GET', path: '/look', summary: 'Looks', needs: null, answers: { 200: { description: 'Looked.' } } } as never)(
  async () => ({ status: 200, body: await look() }) as never,
);
const asked = apiRoute(call);
const resource = { loader: (args: LoaderFunctionArgs) => asked(args) };

const shown = (id: string, path?: string, parentId?: string) => ({ id, path, parentId, module: '', hasLoader: true });

const build: ServerBuild = {
  mode: 'production',
  entry: { module: entry as never },
  routes: {
    root: { id: 'root', path: '', module: root as never },
    page: { id: 'page', path: 'page', parentId: 'root', module: { loader: look, default: () => 'inside' } as never },
    api: { id: 'api', path: 'api/v1/look', parentId: 'root', module: resource as never },
  },
  assets: { entry: { module: '', imports: [] }, routes: { root: shown('root'), page: shown('page', 'page', 'root') } as never, url: '', version: '1' },
  publicPath: '/',
  assetsBuildDirectory: 'build/client',
  future: { v3_singleFetch: true } as ServerBuild['future'],
  isSpaMode: false,
};

beforeAll(async () => {
  pool = answerBusy(new pg.Pool({ connectionString: database.appUrl, max: 1, connectionTimeoutMillis: 100 }), log);
  const runtime = { pool, log, now: () => new Date('2026-06-01T09:00:00Z'), origin: 'http://localhost:3000', ...testSettings };
  const pages = { build, files: (_request: unknown, _response: unknown, next: () => void) => next(), isDevelopment: false, close: async () => undefined };
  port = await serve(makeApp({ runtime, pages, trustedProxies: 0, originIsGiven: true }));
});
afterAll(() => pool.end());

/** Holds the only connection while the work is done. */
async function starved<T>(work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work();
  } finally {
    client.release();
  }
}

describe('a request for which no connection to the database is free', () => {
  it.each([
    ['a page', '/page', /the service is busy.*Wait a minute, then try again/s],
    ['the data of a page', '/page.data', /The service is busy/],
    ['a call of the API', '/api/v1/look', /"status":503.*Retry-After/s],
  ])('is told so and when to come again: %s', async (_, path, words) => {
    expect((await ask(port, { path })).status).toBe(200);
    const { status, headers, text } = await starved(() => ask(port, { path }));
    expect([status, headers['retry-after']]).toEqual([503, '60']);
    expect(text).toMatch(words);
    expect((await ask(port, { path })).status).toBe(200);
  });

  it('is in the log as what it was, and is no fault of the page', () => {
    const noted = lines.map((line) => JSON.parse(line) as { msg: string; level: number });
    expect(noted.some(({ msg, level }) => msg === 'no connection to the database was free in time' && level === 40)).toBe(true);
    expect(noted.filter(({ msg }) => msg === 'request failed')).toEqual([]);
  });
});

describe('what runs outside requests', () => {
  it('gets the error itself, and another error is nobody’s answer', async () => {
    await expect(starved(look)).rejects.toThrow('timeout exceeded when trying to connect');
    await expect(pool.query('select no_such_column')).rejects.toThrow('no_such_column');
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
});

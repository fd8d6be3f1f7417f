import type { ServerBuild } from '@remix-run/node';
import pino from 'pino';
import { beforeAll } from 'vitest';
import { makeApp } from '#app/platform/http/make-app.server.ts';
import routes from '#app/routes.ts';
import { createApiKey } from '#app/services/accounts/create-api-key.server.ts';
import { contextAs } from './context-as.ts';
import type { TestDatabase } from './database.ts';
import { ask } from './guarded-server.ts';
import { serve } from './serve.ts';
import { type TestRuntime, testSettings } from './test-runtime.ts';
import { provideRuntime } from '#app/platform/runtime.server.ts';

interface RouteModule {
  handle: { access: unknown };
}

const modules = import.meta.glob<RouteModule>('/app/routes/api/**/*.ts', { eager: true });

/** The API's addresses as app/routes.ts has them, each with its module. */
export const apiRoutes = (await routes)
  .filter(({ path }) => path?.startsWith('api/'))
  .map(({ path, file }) => ({ path: path!, module: modules[`/app/${file}`]! }));

/** A Remix application of the API alone, out of the real route modules. */
const build: ServerBuild = {
  mode: 'production',
  entry: { module: { default: async () => new Response('page', { headers: { 'Content-Type': 'text/html' } }) } },
  routes: {
    root: { id: 'root', path: '', module: { default: () => null } as never },
    ...Object.fromEntries(
      apiRoutes.map(({ path, module }) => [path, { id: path, path, parentId: 'root', module: module as never }]),
    ),
  },
  assets: { entry: { module: '', imports: [] }, routes: {}, url: '', version: '1' },
  publicPath: '/',
  assetsBuildDirectory: 'build/client',
  future: { v3_singleFetch: true } as ServerBuild['future'],
  isSpaMode: false,
};

export interface ApiAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  json: unknown;
}

export interface ApiCall {
  key?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is. */
  body?: string | Buffer;
}

export interface Api {
  call(method: string, path: string, call?: ApiCall): Promise<ApiAnswer>;
  /** What the application has logged. */
  lines: string[];
}

/** Serves the API behind everything that stands in front of it, for the tests of a file. */
export function useApi(db: TestDatabase, clock: TestRuntime): Api {
  const lines: string[] = [];
  let port = 0;
  beforeAll(async () => {
    const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
    const runtime = { pool: db.pool, log, now: () => clock.now, origin: clock.origin, ...testSettings };
    provideRuntime(runtime);
    const pages = { build, files: (_request: unknown, _response: unknown, next: () => void) => next(), isDevelopment: false, close: async () => undefined };
    port = await serve(makeApp({ runtime, pages, trustedProxies: 0, originIsGiven: true }));
  });
  return {
    lines,
    async call(method, path, { key, headers = {}, json, body } = {}) {
      const answer = await ask(port, {
        method,
        path: `/api/v1${path}`,
        headers: {
          ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
          ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        body: json === undefined ? body : JSON.stringify(json),
      });
      const isJson = /^application\/(problem\+)?json/.test(String(answer.headers['content-type'] ?? ''));
      return { ...answer, json: isJson && answer.text !== '' ? (JSON.parse(answer.text) as unknown) : undefined };
    },
  };
}

/** A key of the organisation, made as the command makes one. */
export async function makeKey(db: TestDatabase, organisationId: string, access: 'read' | 'write'): Promise<string> {
  const context = await contextAs(db, { accessRole: 'administrator', organisationId, alsoLeads: true });
  return (await createApiKey(context, { name: 'Test', access })).key;
}

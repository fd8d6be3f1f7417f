import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type Express, type RequestHandler } from 'express';
import type { Runtime } from '#app/platform/runtime.server.ts';
import { overwriteForwardedHeaders } from './forwarded-headers.server.ts';
import { health } from './health.server.ts';
import { limitBody } from './limit-body.server.ts';
import { refuseForeignWrites } from './own-origin.server.ts';
import { remixHandler } from './remix-handler.server.ts';
import { requestLog } from './request-log.server.ts';
import { securityHeaders } from './security-headers.server.ts';
import { unexpectedError } from './unexpected-error.server.ts';
import { refuseMalformed } from './well-formed.server.ts';

/** Where the pages and their files come from: the build, or Vite while developing. */
export interface Pages {
  build: ServerBuild | (() => Promise<ServerBuild>);
  files: RequestHandler;
  isDevelopment: boolean;
  close(): Promise<void>;
}

export interface AppOptions {
  runtime: Runtime;
  pages: Pages;
  /** How many proxies in front append to X-Forwarded-For. */
  trustedProxies: number;
  /** False where nobody said under which address the service is reached. */
  originIsGiven: boolean;
}

/** Everything that stands in front of the pages, in the order in which a request meets it. */
export function makeApp({ runtime, pages, trustedProxies, originIsGiven }: AppOptions): Express {
  const { origin, log, pool } = runtime;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  // Remix reads the address itself.
  app.disable('query parser');
  // Safe, because the next line overwrites the headers that this makes Express believe.
  app.set('trust proxy', true);
  app.use(overwriteForwardedHeaders(trustedProxies, origin));
  app.use(requestLog(log));
  app.use(securityHeaders({ https: origin.startsWith('https:'), styleInline: pages.isDevelopment }));
  app.use(refuseMalformed);
  app.get('/healthz', health(pool));
  app.use(compression());
  app.use(pages.files);
  app.use(refuseForeignWrites(origin, originIsGiven));
  app.use(limitBody());
  app.use(remixHandler(pages.build, pages.isDevelopment ? 'development' : 'production'));
  app.use(unexpectedError(log));
  return app;
}

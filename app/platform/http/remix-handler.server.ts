import { Readable } from 'node:stream';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import type { Request, RequestHandler } from 'express';
import { bodyOf } from './limit-body.server.ts';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { nonceOf } from './security-headers.server.ts';

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** The network address that the request comes from, behind our own proxies: what throttles count by. */
    sourceAddress: string;
  }
}

/** The request as Remix reads it, with a body that has been read from the network already. */
function withBody(request: Request, body: Buffer | undefined): Request {
  const { method, originalUrl, headers, hostname, protocol, ip } = request;
  const source = Readable.from(body === undefined ? [] : [body]);
  const read = { method, originalUrl, headers, hostname, protocol, ip, get: request.get.bind(request) };
  return Object.assign(source, read) as unknown as Request;
}

/** What was put off until the answer had left. Nobody waits for it any more, so that what goes wrong goes to the log. */
async function inOrder(work: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const one of work) {
    await one().catch((error: unknown) => runtime().log.error({ err: error }, 'work after an answer failed'));
  }
}

/**
 * The build with the addresses of the API alone. To find an address, every pattern of the build is made anew for each request, which with
 * all pages costs more than most calls.
 */
function apiOf(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).filter(([, route]) => route?.id === 'root' || route?.path?.startsWith('api/'));
  return { ...build, routes: Object.fromEntries(routes) };
}

/** Hands the request to the pages. */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): RequestHandler {
  // Once for all requests: it works the table of routes out anew each time that it is made.
  const handlerOf = (of: typeof build) =>
    createRequestHandler({
      build: of,
      mode,
      getLoadContext: (request, response) => ({ cspNonce: nonceOf(response), sourceAddress: request.ip ?? '' }),
    });
  const handlePages = handlerOf(build);
  const handleApi = typeof build === 'function' ? handlePages : handlerOf(apiOf(build));
  return (request, response, next) => {
    const handle = request.path.startsWith('/api/') ? handleApi : handlePages;
    const scope = { source: request.ip ?? '', userAgent: request.get('user-agent') ?? '' };
    inRequestScope(scope, (afterwards) => {
      response.once('close', () => void inOrder(afterwards));
      void handle(withBody(request, bodyOf(response)), response, next);
    });
  };
}

import { Readable } from 'node:stream';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import type { Request, RequestHandler } from 'express';
import { bodyOf } from './limit-body.server.ts';
import { partsOfBuild } from './parts-of-build.server.ts';
import { pathOf } from './path-of.server.ts';
import { inRequestScope } from '#app/platform/request-scope.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { nonceOf } from './security-headers.server.ts';

declare module '@remix-run/server-runtime' {
  interface AppLoadContext {
    /** The network address that the request comes from, behind our own proxies: what throttles count by. */
    sourceAddress: string;
  }
}

/** Of what asks only, Remix reads no body. */
const carriesBody = ({ method }: Request) => method !== 'GET' && method !== 'HEAD';

/** The request as Remix reads it, with a body that has been read from the network already. */
function withBody(request: Request, body: Buffer | undefined): Request {
  if (!carriesBody(request)) return request;
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

/** Hands the request to the pages. */
export function remixHandler(build: ServerBuild | (() => Promise<ServerBuild>), mode: string): RequestHandler {
  // Once for all requests: it works the table of routes out anew each time that it is made.
  const handlerOf = (of: typeof build) =>
    createRequestHandler({
      build: of,
      mode,
      getLoadContext: (request, response) => ({ cspNonce: nonceOf(response), sourceAddress: request.ip ?? '' }),
    });
  const whole = handlerOf(build);
  const handlerFor = typeof build === 'function' ? () => whole : partsOfBuild(build, handlerOf);
  return (request, response, next) => {
    const handle = handlerFor(pathOf(request) ?? '/');
    const scope = { source: request.ip ?? '', userAgent: request.get('user-agent') ?? '' };
    inRequestScope(scope, (afterwards) => {
      response.once('close', () => void inOrder(afterwards));
      void handle(withBody(request, bodyOf(response)), response, next);
    });
  };
}

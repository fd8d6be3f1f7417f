import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from 'pino';
import { pathOf } from './path-of.server.ts';

/** One line a request: no body, and nothing after the question mark, where names and tokens may stand. */
export function requestLog(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now();
    const requestId = randomUUID();
    response.setHeader('X-Request-Id', requestId);
    response.once('close', () => {
      const line = {
        requestId,
        method: request.method,
        path: pathOf(request),
        status: response.statusCode,
        ms: Math.round(performance.now() - began),
        source: request.ip,
        ...(response.writableFinished ? {} : { cutShort: true }),
      };
      const isQuiet = line.path === '/healthz' || line.path?.startsWith('/assets/');
      log[isQuiet ? 'debug' : 'info'](line, 'request');
    });
    next();
  };
}

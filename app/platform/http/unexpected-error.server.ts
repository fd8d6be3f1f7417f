import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import { pathOf } from './path-of.server.ts';
import { refuse } from './refuse.server.ts';

/** The last stop of an error in front of the pages; its words stay in the log. */
export function unexpectedError(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const stated = error instanceof Error && 'status' in error ? Number(error.status) : 500;
    if (stated >= 400 && stated < 500) {
      refuse(request, response, {
        status: stated,
        title: 'We could not read that address',
        detail: 'Check the address, then try again.',
      });
      return;
    }
    log.error({ err: error, method: request.method, path: pathOf(request) }, 'request failed');
    refuse(request, response, {
      status: 500,
      title: 'Sorry, there is a problem with the service',
      detail: 'The fault is ours and has been recorded. Try again later. What you saved before is safe.',
    });
  };
}

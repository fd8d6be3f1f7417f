import type { RequestHandler } from 'express';
import { isApiPath, pathOf } from './path-of.server.ts';
import { refuse } from './refuse.server.ts';

const safeMethods = new Set(['GET', 'HEAD']);
const loopback = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The origins that are this product's own. Where none was given, a person may come by any of the
 * names that a machine has for itself.
 */
function ownOrigins(origin: string, originIsGiven: boolean): Set<string> {
  const { protocol, port } = new URL(origin);
  if (originIsGiven) return new Set([origin]);
  return new Set([origin, ...loopback.map((name) => new URL(`${protocol}//${name}:${port}`).origin)]);
}

/**
 * Refuses to change anything for a page that is not ours. A browser says with every form where the
 * form stood: Origin, Sec-Fetch-Site or both must be there, and each that is there must be our own.
 * The API is exempt: no cookie reaches it, so a foreign page has nothing to borrow.
 */
export function refuseForeignWrites(origin: string, originIsGiven: boolean): RequestHandler {
  const own = ownOrigins(origin, originIsGiven);
  return (request, response, next) => {
    const from = request.headers.origin;
    const site = request.headers['sec-fetch-site'];
    const isExempt = safeMethods.has(request.method) || isApiPath(pathOf(request) ?? '/');
    const isForeign = (from !== undefined && !own.has(from)) || (site !== undefined && site !== 'same-origin');
    const isSilent = from === undefined && site === undefined;
    if (isExempt || (!isForeign && !isSilent)) {
      // Remix compares it with the host, and knows only one name of ours.
      if (from !== undefined) request.headers.origin = origin;
      next();
      return;
    }
    refuse(request, response, {
      status: 403,
      title: 'That form did not come from this service',
      detail: `Nothing was changed. Open ${origin} and send the form from there. If that is not the address you use, whoever runs the service has to set ORIGIN to the one you do.`,
    });
  };
}

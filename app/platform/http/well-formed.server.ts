import type { RequestHandler } from 'express';
import { isApiPath, pathOf } from './path-of.server.ts';
import { refuse } from './refuse.server.ts';

/** What a browser sends to pages. Remix would take any other for a form that was sent. */
const pageMethods = ['GET', 'HEAD', 'POST'];
/** The API says for itself which of these an address takes. */
const apiMethods = [...pageMethods, 'PUT', 'PATCH', 'DELETE'];

/**
 * Refuses what no page of ours sends: targets that are no path, other methods, and `?_data=`, the
 * older way of asking Remix for one loader's data, which goes around the document and its guards.
 * The API knows keys only, so cookies do not reach it: it needs no defence against borrowed ones.
 */
export const refuseMalformed: RequestHandler = (request, response, next) => {
  const path = pathOf(request);
  if (path === null) {
    refuse(request, response, {
      status: 400,
      title: 'We could not read that address',
      detail: 'Check the address, then try again.',
    });
    return;
  }
  const methods = isApiPath(path) ? apiMethods : pageMethods;
  if (!methods.includes(request.method)) {
    refuse(request, response, {
      status: 405,
      title: 'This address does not take that',
      detail: `${request.method} is not used here. Nothing was changed.`,
      headers: { Allow: methods.join(', ') },
    });
    return;
  }
  if (request.originalUrl.includes('?') && new URL(`http://host${request.originalUrl}`).searchParams.has('_data')) {
    refuse(request, response, {
      status: 400,
      title: 'We could not read that address',
      detail: 'Remove "_data" from the address, then try again.',
    });
    return;
  }
  if (isApiPath(path)) {
    delete request.headers.cookie;
    // Remix would answer with the data of a page, which the API has none of.
    if (path.endsWith('.data')) {
      refuse(request, response, {
        status: 404,
        title: 'There is nothing at this address',
        detail: 'Remove ".data" from the address, then try again.',
      });
      return;
    }
  }
  next();
};

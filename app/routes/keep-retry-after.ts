import type { HeadersFunction } from '@remix-run/node';

/**
 * For the `headers` of a route: keeps Retry-After of what its action or loader answered, or of the error
 * that its boundary shows. Remix drops headers that no route asks for.
 */
export const keepRetryAfter: HeadersFunction = ({ actionHeaders, loaderHeaders, errorHeaders, parentHeaders }) => {
  const headers = new Headers(parentHeaders);
  const seconds = [errorHeaders, actionHeaders, loaderHeaders].map((from) => from?.get('Retry-After')).find(Boolean);
  if (seconds) headers.set('Retry-After', seconds);
  return headers;
};

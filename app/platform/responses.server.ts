import { waitInWords } from '#app/domain/access/wait-in-words.ts';

/** Thrown when the thing asked for is not in the viewer's organisation: reads the same as a random id. */
export function notFound(): Response {
  return new Response('Not found', { status: 404, statusText: 'Not Found' });
}

/** Thrown when the thing is there and the viewer may not. */
export function forbidden(): Response {
  return new Response('Forbidden', { status: 403, statusText: 'Forbidden' });
}

/**
 * Thrown when something was tried too often. Says when to try again, in the header and in the body, from which the
 * error page takes it; whoever gets the body bare, as from a download, can read it too.
 */
export function tooManyRequests(retryAfterSeconds: number): Response {
  const detail = `Too many attempts. ${waitInWords(retryAfterSeconds)}.`;
  const headers = { 'Retry-After': String(retryAfterSeconds) };
  return Response.json({ retryAfterSeconds, detail }, { status: 429, statusText: 'Too Many Requests', headers });
}

/** Thrown when the thing asked for is not in the viewer's organisation: reads the same as a random id. */
export function notFound(): Response {
  return new Response('Not found', { status: 404, statusText: 'Not Found' });
}

/** Thrown when the thing is there and the viewer may not. */
export function forbidden(): Response {
  return new Response('Forbidden', { status: 403, statusText: 'Forbidden' });
}

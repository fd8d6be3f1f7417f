import type { Request } from 'express';

/**
 * The path as Remix will see it, with `..` and the like resolved, so that a rule about a path cannot
 * be walked around. Null for a request target that is no path.
 */
export function pathOf(request: Pick<Request, 'originalUrl'>): string | null {
  const known = found.get(request);
  if (known !== undefined) return known;
  const path = pathIn(request.originalUrl);
  found.set(request, path);
  return path;
}

/** Several ask for the path of the same request. */
const found = new WeakMap<object, string | null>();

function pathIn(target: string): string | null {
  if (!target.startsWith('/') || !URL.canParse(`http://host${target}`)) return null;
  return new URL(`http://host${target}`).pathname;
}

/** Whether a path belongs to the API, which knows keys and no cookies. */
export function isApiPath(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}

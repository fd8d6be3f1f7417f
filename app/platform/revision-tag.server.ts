import { hash } from 'node:crypto';

/**
 * The `ETag` of an answer that says the same for as long as its revision does, and whether the request has that answer already. The
 * address is part of it: of one revision there are many pictures. A weak tag, because the answer may be compressed on its way.
 */
export function revisionTag(request: Request, revision: string): { tag: string; isKnown: boolean } {
  const { pathname, search } = new URL(request.url);
  const tag = `"${hash('sha256', `${revision} ${pathname}${search}`, 'base64url').slice(0, 22)}"`;
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  return { tag: `W/${tag}`, isKnown: known.includes(tag) };
}

import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';

/** A page on the way, which knows where to go in the end. */
export function onTheWay(path: string, asked: string | null): string {
  const returnTo = safeReturnPath(asked);
  if (returnTo === '/') return path;
  return `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams({ returnTo })}`;
}

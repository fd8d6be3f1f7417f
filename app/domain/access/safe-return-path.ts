const elsewhere = 'http://nowhere.invalid';

/**
 * Where to go after signing in: the path that was asked for, when it is one of this service, else
 * the start page. Anything that a browser could read as another site is not one. Never throws.
 */
export function safeReturnPath(asked: string | null | undefined): string {
  if (!asked?.startsWith('/') || !URL.canParse(asked, elsewhere)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, elsewhere);
  const path = `${pathname}${search}${hash}`;
  // Two slashes at the front name another host; the parser makes them out of "/.//host".
  return origin === elsewhere && !path.startsWith('//') ? path : '/';
}

/**
 * A cookie of the request by its name, as it was sent; null where there is none. Cookies of other programs
 * on the same host stand beside ours, and whatever is in them is none of our business.
 */
export function readCookie(request: Request, name: string): string | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

import { redirect, type TypedResponse } from '@remix-run/node';

/** On to a page, with what the browser is to remember. */
export function withCookies(path: string, cookies: readonly string[]): TypedResponse<never> {
  return redirect(path, { headers: cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]) });
}

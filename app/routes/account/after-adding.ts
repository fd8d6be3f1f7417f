import type { TypedResponse } from '@remix-run/node';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { onTheWay } from './on-the-way.ts';
import { withCookies } from './with-cookies.ts';

/** Where somebody goes who has added a second factor: to their new recovery codes, else on to where they were going. */
export function afterAdding(notice: string, { cookies, hasNewCodes }: { cookies: string[]; hasNewCodes: boolean }, asked: string): TypedResponse<never> {
  if (hasNewCodes) return withCookies(onTheWay('/account/second-factor/recovery-codes', asked), cookies);
  const returnTo = safeReturnPath(asked);
  return withCookies(returnTo === '/' ? `/account/second-factor?notice=${notice}` : returnTo, cookies);
}

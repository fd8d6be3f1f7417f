import { redirect } from '@remix-run/node';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';

/** Where somebody goes whose first factor was right: to the page they asked for, or to show the second factor first. */
export function afterSignIn({ cookie, awaitsSecondFactor }: { cookie: string; awaitsSecondFactor: boolean }, asked: string): Response {
  const returnTo = safeReturnPath(asked);
  const next = `/sign-in/second-factor${returnTo === '/' ? '' : `?${new URLSearchParams({ returnTo })}`}`;
  return redirect(awaitsSecondFactor ? next : returnTo, { headers: { 'Set-Cookie': cookie } });
}

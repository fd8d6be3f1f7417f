import { redirect } from '@remix-run/node';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';

interface SignedIn {
  /** The Set-Cookie header of the session. */
  cookie: string;
  /** That of a browser in which a password was right. */
  deviceCookie?: string;
  awaitsSecondFactor: boolean;
}

/** Where somebody goes whose first factor was right: to the page they asked for, or to show the second factor first. */
export function afterSignIn(signedIn: SignedIn, asked: string): Response {
  const { cookie, deviceCookie, awaitsSecondFactor } = signedIn;
  const returnTo = safeReturnPath(asked);
  const cookies = deviceCookie === undefined ? [cookie] : [cookie, deviceCookie];
  const headers = cookies.map((value): [string, string] => ['Set-Cookie', value]);
  const next = `/sign-in/second-factor${returnTo === '/' ? '' : `?${new URLSearchParams({ returnTo })}`}`;
  return redirect(awaitsSecondFactor ? next : returnTo, { headers });
}

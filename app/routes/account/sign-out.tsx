import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import type { RouteAccess } from '#app/domain/access/route-access.ts';
import { signOut } from '#app/services/accounts/sign-out.server.ts';

export const handle = { access: 'public' satisfies RouteAccess };

/** A link must not sign anybody out: only the form does. */
export function loader() {
  throw new Response('Method Not Allowed', { status: 405, statusText: 'Method Not Allowed', headers: { Allow: 'POST' } });
}

export async function action({ request }: ActionFunctionArgs) {
  return redirect('/sign-in?notice=signed-out', {
    // What a page kept of unsent answers is not for whoever comes next.
    headers: { 'Set-Cookie': await signOut(request), 'Clear-Site-Data': '"storage"' },
  });
}

import { redirect } from '@remix-run/node';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { tenantDatabase } from '#db/tenant.ts';
import type { Context } from './context.ts';
import { resolveViewer } from './resolve-viewer.server.ts';
import { runtime } from './runtime.server.ts';
import { readSession } from './session.server.ts';

/** The page to come back to: only where asking for it again does what was asked. */
function returnPath(request: Request): string {
  if (request.method !== 'GET') return '/';
  const { pathname, search } = new URL(request.url);
  return safeReturnPath(`${pathname.replace(/\.data$/, '').replace(/^\/_root$/, '/')}${search}`);
}

function signInPath(returnTo: string): string {
  return returnTo === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ returnTo })}`;
}

/**
 * Who asks, from their session. Throws a redirect to the sign-in page where nobody is signed in, or
 * where they no longer belong to the organisation, which the page then says.
 */
export async function requireContext(request: Request): Promise<Context> {
  const session = await readSession(request);
  if (!session) throw redirect(signInPath(returnPath(request)));
  const { pool, now } = runtime();
  const db = tenantDatabase(pool, session.organisationId);
  const viewer = await resolveViewer(db, session.userId);
  if (!viewer) throw redirect('/sign-in?notice=no-membership');
  return { viewer, db, now: now() };
}

import { redirect } from '@remix-run/node';
import { safeReturnPath } from '#app/domain/access/safe-return-path.ts';
import { tenantDatabase } from '#db/tenant.ts';
import type { Context } from './context.ts';
import { resolveViewer } from './resolve-viewer.server.ts';
import { runtime } from './runtime.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';

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
 * where they no longer belong to the organisation, which the page then says. Where the organisation
 * requires a second factor and none was shown, a redirect to the page that sets one up: `before` is for
 * that page and what it needs.
 */
export async function requireContext(request: Request, before: { secondFactor?: boolean } = {}): Promise<Context> {
  const session = await readSession(request);
  if (!session) throw redirect(signInPath(returnPath(request)));
  const { pool, now } = runtime();
  const db = tenantDatabase(pool, session.organisationId);
  const at = now();
  const resolved = await resolveViewer(db, session.userId, at);
  if (!resolved) throw redirect('/sign-in?notice=no-membership');
  const { viewer, secondFactorRequired } = resolved;
  if (secondFactorRequired && session.secondFactorAt === null && !before.secondFactor) {
    throw redirect(`/account/second-factor?${new URLSearchParams({ returnTo: returnPath(request) })}`);
  }
  const { publicId, method, secondFactorAt, boundOrganisationId } = session;
  const hasSecondFactor = secondFactorAt !== null;
  const isBound = boundOrganisationId !== null;
  return { viewer: { ...viewer, session: { publicId, method, hasSecondFactor, isBound } }, db, now: at };
}

import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { tenantDatabase } from '#db/tenant.ts';

/**
 * Whether somebody is signed in with this request and still belongs to the organisation: such a
 * person is sent on from the sign-in page.
 */
export async function readSignedIn(request: Request): Promise<boolean> {
  const session = await readSession(request);
  if (!session) return false;
  const { pool, now } = runtime();
  return (await resolveViewer(tenantDatabase(pool, session.organisationId), session.userId, now())) !== null;
}

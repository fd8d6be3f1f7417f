import { eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { endSession, readSession } from '#app/platform/session/session.server.ts';
import { appUser } from '#db/schema/index.ts';
import { tenantDatabase } from '#db/tenant.ts';

/**
 * Ends the session of the request, and records it where somebody was signed in. The answer is the
 * Set-Cookie header that clears the browser's cookie.
 */
export async function signOut(request: Request): Promise<string> {
  const session = await readSession(request);
  const cookie = await endSession(request);
  if (!session) return cookie;
  const { userId, organisationId } = session;
  const { pool, now } = runtime();
  await tenantDatabase(pool, organisationId).transaction(async (tx) => {
    const [user] = await tx.select({ name: appUser.name }).from(appUser).where(eq(appUser.id, userId));
    // A user who was deleted at this very moment has no sessions to sign out of any more.
    if (!user) return;
    const viewer = { userId, name: user.name, organisationId };
    await recordAudit(tx, { viewer, now: now() }, { action: 'sign-out', subjectKind: 'user', subjectId: userId });
  });
  return cookie;
}

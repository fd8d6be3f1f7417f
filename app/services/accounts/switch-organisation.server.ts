import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { deny } from '#app/platform/audit/deny.server.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { resolveViewer } from '#app/platform/resolve-viewer.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { rotateSession } from '#app/platform/session/session.server.ts';
import { membership } from '#db/schema/index.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { requireOwnAccount } from './require-own-account.server.ts';

/**
 * Has the session look at another organisation of the viewer's, under a new token: the answer is its
 * Set-Cookie header, or null where the session has just ended. Recorded in the organisation that is come
 * into, which asks for a second factor on the next page if it wants one. Throws 404 alike for one that the
 * viewer does not belong to, that suspended them, that they have left, and that does not exist; 403 for a
 * session on the word of one organisation, which has to sign in with credentials of the user's own, and
 * for a viewer without an account.
 */
export async function switchOrganisation(request: Request, context: Context, organisationId: string): Promise<string | null> {
  const userId = requireOwnAccount(context);
  if (context.viewer.session?.isBound ?? true) deny(context, 'switch-organisation');
  if (!isUuid(organisationId)) throw notFound();
  const { now } = context;
  const db = tenantDatabase(runtime().pool, organisationId);
  const resolved = await resolveViewer(db, userId, now);
  if (!resolved) throw notFound();
  await db.transaction(async (tx) => {
    await tx
      .update(membership)
      .set({ lastSignedInAt: now })
      .where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)));
    await recordAudit(tx, { viewer: resolved.viewer, now }, { action: 'organisation.switch', subjectKind: 'user', subjectId: userId });
  });
  return rotateSession(request, { organisationId });
}

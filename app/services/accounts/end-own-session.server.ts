import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { runtime } from '#app/platform/runtime.server.ts';
import { session } from '#db/schema/index.ts';
import { tenantDatabase } from '#db/tenant.ts';
import { readSessions } from './read-sessions.server.ts';
import { requireOwnAccount } from './require-own-account.server.ts';

/**
 * Ends one of the viewer's sessions, at once, and records it in the organisation that the session looks
 * at. Throws 404 for any that readSessions does not show them: somebody else's, one that has ended, one
 * that does not exist; 403 for a viewer without an account.
 */
export async function endOwnSession(context: Context, publicId: string): Promise<void> {
  const userId = requireOwnAccount(context);
  const found = (await readSessions(context)).find((one) => one.publicId === publicId);
  if (!found) throw notFound();
  const { organisationId } = found;
  await tenantDatabase(runtime().pool, organisationId).transaction(async (tx) => {
    const ended = await tx
      .delete(session)
      .where(and(eq(session.publicId, publicId), eq(session.userId, userId), eq(session.organisationId, organisationId)));
    if (ended.rowCount === 0) throw notFound();
    const viewer = { userId, name: context.viewer.name, organisationId };
    await recordAudit(tx, { viewer, now: context.now }, { action: 'session.end', subjectKind: 'user', subjectId: userId, detail: { session: publicId } });
  });
}

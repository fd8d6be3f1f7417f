import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Answer } from '#app/platform/throttle/answer.ts';
import type { Context } from '#app/platform/context.ts';
import { proveOwner } from '#app/platform/session/prove-owner.server.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { externalIdentity, session } from '#db/schema/index.ts';
import { queueIdentityNotice } from './queue-identity-notice.server.ts';
import { requireOwnCredentials } from '#app/platform/session/require-own-credentials.server.ts';

export interface LinkedIdentity {
  issuer: string;
  subject: string;
  /** As it was typed; empty where it was not asked for. */
  password: string;
}

/**
 * Takes an identity of the viewer's away: it signs nobody in any more, and the sessions that it began in this
 * organisation end. Asks whether it is the owner, as linking does. Throws 404 where it is not linked to the
 * viewer, 403 for a session that rests on the word of a provider.
 */
export async function unlinkIdentity(context: Context, request: Request, { issuer, subject, password }: LinkedIdentity): Promise<Answer<null>> {
  const userId = await requireOwnCredentials(context, 'link-sign-in');
  const owner = await proveOwner(context, request, { userId, password });
  if (!owner.ok) return owner;
  const { organisationId } = context.db;
  if (issuer.includes('\0') || subject.includes('\0')) throw notFound();
  return context.db.transaction(async (tx) => {
    const removed = await tx
      .delete(externalIdentity)
      .where(
        and(
          eq(externalIdentity.organisationId, organisationId),
          eq(externalIdentity.userId, userId),
          eq(externalIdentity.issuer, issuer),
          eq(externalIdentity.subject, subject),
        ),
      );
    if (removed.rowCount !== 1) throw notFound();
    await tx.delete(session).where(and(eq(session.userId, userId), eq(session.boundOrganisationId, organisationId)));
    await recordAudit(tx, context, { action: 'identity.unlink', subjectKind: 'user', subjectId: userId, detail: { issuer } });
    const sentence = `The sign-in service of ${context.viewer.organisationName} was unlinked from your account: it signs you in no more.`;
    await queueIdentityNotice(tx, context, userId, sentence);
    return { ok: true, value: null };
  });
}

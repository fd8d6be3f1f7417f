import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import type { Context } from '#app/platform/context.ts';
import type { ProvenIdentity } from '#app/platform/oidc/finish-authorization.server.ts';
import { externalIdentity } from '#db/schema/index.ts';
import type { Refusal } from './describe-refusal.server.ts';
import type { FlowMemory } from './flow-memory.ts';
import { queueIdentityNotice } from './queue-identity-notice.server.ts';
import { requireOwnCredentials } from '#app/platform/session/require-own-credentials.server.ts';

export type Linked = { ok: true } | { ok: false; refusal: Refusal };

const refuse = (refusal: Refusal): Linked => ({ ok: false, refusal });

/**
 * Links a proven identity to the viewer's account in this organisation: from then on it signs them in here.
 * Refused where it is linked to somebody else, where the viewer has linked another of the same issuer, and
 * where it was begun by another user or in another organisation. Linking the same twice changes nothing.
 * Throws 403 for a session that rests on the word of a provider.
 */
export async function linkIdentity(
  context: Context,
  memory: Pick<FlowMemory, 'purpose' | 'userId' | 'organisationId'>,
  { issuer, subject }: Pick<ProvenIdentity, 'issuer' | 'subject'>,
): Promise<Linked> {
  const userId = await requireOwnCredentials(context, 'link-sign-in');
  const { organisationId } = context.db;
  if (memory.purpose !== 'link' || memory.userId !== userId || memory.organisationId !== organisationId) return refuse('begun-elsewhere');
  return context.db.transaction(async (tx) => {
    const own = and(
      eq(externalIdentity.organisationId, organisationId),
      eq(externalIdentity.userId, userId),
      eq(externalIdentity.issuer, issuer),
    );
    const [linked] = await tx.select({ subject: externalIdentity.subject }).from(externalIdentity).where(own);
    if (linked) return linked.subject === subject ? { ok: true } : refuse('another-linked');
    const row = { organisationId, issuer, subject, userId, createdAt: context.now };
    const added = await tx.insert(externalIdentity).values(row).onConflictDoNothing();
    if (added.rowCount !== 1) return refuse('taken');
    await recordAudit(tx, context, { action: 'identity.link', subjectKind: 'user', subjectId: userId, detail: { issuer } });
    const sentence = `The sign-in service of ${context.viewer.organisationName} was linked to your account: it can sign you in there.`;
    await queueIdentityNotice(tx, context, userId, sentence);
    return { ok: true };
  });
}

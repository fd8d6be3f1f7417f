import { and, eq, isNull } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { done } from '#app/platform/form/outcome.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { apiKey } from '#db/schema/index.ts';

/**
 * Takes a key of the API out of force, at once and for good. One that is revoked already stays as it was.
 * Throws 403 for whoever may not manage access, 404 for a key that is not the organisation's.
 */
export async function revokeApiKey(context: Context, apiKeyId: string): Promise<Outcome<{ name: string }>> {
  authorise(context, 'manage-access');
  if (!isUuid(apiKeyId)) throw notFound();
  const own = and(eq(apiKey.organisationId, context.db.organisationId), eq(apiKey.id, apiKeyId));
  return context.db.transaction(async (tx) => {
    const [known] = await tx.select({ name: apiKey.name }).from(apiKey).where(own);
    if (!known) throw notFound();
    const revoked = await tx.update(apiKey).set({ revokedAt: context.now }).where(and(own, isNull(apiKey.revokedAt)));
    if (revoked.rowCount === 1) {
      await recordAudit(tx, context, { action: 'api-key.revoke', subjectKind: 'api-key', subjectId: apiKeyId, detail: { name: known.name } });
    }
    return done({ name: known.name });
  });
}

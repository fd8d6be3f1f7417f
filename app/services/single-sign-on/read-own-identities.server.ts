import { and, asc, eq } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { externalIdentity, identityProvider } from '#db/schema/index.ts';
import { requireOwnCredentials } from '#app/platform/session/require-own-credentials.server.ts';

/** How the viewer can sign in through this organisation's provider. */
export interface OwnIdentities {
  /** Null while the organisation has no provider that is switched on. */
  provider: { label: string; issuer: string } | null;
  identities: {
    issuer: string;
    subject: string;
    createdAt: Date;
    lastUsedAt: Date | null;
    /** Whether it signs them in as things are. */
    isInUse: boolean;
  }[];
}

/** Throws 403 for a session that itself rests on the word of a provider. */
export async function readOwnIdentities(context: Context): Promise<OwnIdentities> {
  const userId = await requireOwnCredentials(context, 'link-sign-in');
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const [provider] = await tx
      .select({ label: identityProvider.label, issuer: identityProvider.issuer })
      .from(identityProvider)
      .where(and(eq(identityProvider.organisationId, organisationId), eq(identityProvider.enabled, true)));
    const rows = await tx
      .select({
        issuer: externalIdentity.issuer,
        subject: externalIdentity.subject,
        createdAt: externalIdentity.createdAt,
        lastUsedAt: externalIdentity.lastUsedAt,
      })
      .from(externalIdentity)
      .where(and(eq(externalIdentity.organisationId, organisationId), eq(externalIdentity.userId, userId)))
      .orderBy(asc(externalIdentity.createdAt), asc(externalIdentity.issuer));
    return { provider: provider ?? null, identities: rows.map((row) => ({ ...row, isInUse: row.issuer === provider?.issuer })) };
  });
}

import { and, eq } from 'drizzle-orm';
import { externalIdentity } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** Who somebody is at an issuer, as one organisation takes its word. */
export interface IdentityAsked {
  organisationId: string;
  issuer: string;
  subject: string;
}

/** The user that an identity is linked to in this organisation, and notes that it was used; null where it is linked to nobody. */
export async function findMember(tx: Tx, { organisationId, issuer, subject }: IdentityAsked, now: Date): Promise<string | null> {
  const [found] = await tx
    .update(externalIdentity)
    .set({ lastUsedAt: now })
    .where(
      and(
        eq(externalIdentity.organisationId, organisationId),
        eq(externalIdentity.issuer, issuer),
        eq(externalIdentity.subject, subject),
      ),
    )
    .returning({ userId: externalIdentity.userId });
  return found?.userId ?? null;
}

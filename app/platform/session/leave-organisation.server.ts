import { and, eq } from 'drizzle-orm';
import { accessGrant, membership, session } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * Takes a user out of the organisation in the running transaction, with their identity at its provider and
 * their sessions there; answers the grants that go with it. Asks no permission and records nothing: the
 * caller does both.
 */
export async function leaveOrganisation(tx: Tx, { organisationId, userId }: { organisationId: string; userId: string }) {
  const grants = await tx
    .delete(accessGrant)
    .where(and(eq(accessGrant.organisationId, organisationId), eq(accessGrant.userId, userId)))
    .returning({ accessRole: accessGrant.accessRole, teamId: accessGrant.teamId, roleId: accessGrant.roleId });
  // Identities at the provider go with the membership that they hang on.
  await tx.delete(membership).where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)));
  await tx.delete(session).where(and(eq(session.organisationId, organisationId), eq(session.userId, userId)));
  return grants;
}

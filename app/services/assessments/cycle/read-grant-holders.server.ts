import { and, asc, eq, gte, isNull, or } from 'drizzle-orm';
import type { GrantHolder } from '#app/domain/assessment/cycle/find-responsible.ts';
import { accessGrant, appUser, membership, person } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** A grant holder who can be written to. */
export interface MailableHolder extends GrantHolder {
  email: string;
}

/**
 * Everybody who can come into the organisation on this ISO day, by name, with what they were granted: nobody who is suspended
 * or, as a person, has left. Asks no permission.
 */
export async function readGrantHolders(tx: Tx, organisationId: string, today: string): Promise<MailableHolder[]> {
  const members = await tx
    .select({ userId: appUser.id, name: appUser.name, email: appUser.email, personId: membership.personId })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .leftJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, membership.personId)))
    .where(
      and(eq(membership.organisationId, organisationId), isNull(membership.suspendedAt), or(isNull(person.leavesOn), gte(person.leavesOn, today))),
    )
    .orderBy(asc(appUser.name), asc(appUser.id));
  const grants = await tx
    .select({ userId: accessGrant.userId, accessRole: accessGrant.accessRole, teamId: accessGrant.teamId, roleId: accessGrant.roleId })
    .from(accessGrant)
    .where(eq(accessGrant.organisationId, organisationId));
  const byUser = new Map<string, GrantHolder['grants'][number][]>();
  for (const { userId, ...grant } of grants) byUser.set(userId, [...(byUser.get(userId) ?? []), grant]);
  return members.map((member) => ({ ...member, grants: byUser.get(member.userId) ?? [] }));
}

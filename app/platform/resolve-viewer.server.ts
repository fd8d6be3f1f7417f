import { and, eq } from 'drizzle-orm';
import type { ResolvedGrant } from '#app/domain/access/access-role.ts';
import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';
import { accessGrant, appUser, membership, organisation, team } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';

/**
 * A user in an organisation, with their grants resolved to the teams they reach today.
 * Null when the user is not, or no longer, a member. A member who is a person of the organisation
 * may always see their own record.
 */
export async function resolveViewer(db: TenantDatabase, userId: string): Promise<Viewer | null> {
  const organisationId = db.organisationId;
  return db.transaction(async (tx) => {
    const [member] = await tx
      .select({ name: appUser.name, organisationName: organisation.name, personId: membership.personId })
      .from(membership)
      .innerJoin(appUser, eq(appUser.id, membership.userId))
      .innerJoin(organisation, eq(organisation.id, membership.organisationId))
      .where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)));
    if (!member) return null;
    const granted = await tx
      .select({ accessRole: accessGrant.accessRole, teamId: accessGrant.teamId })
      .from(accessGrant)
      .where(and(eq(accessGrant.organisationId, organisationId), eq(accessGrant.userId, userId)));
    const teams = granted.some((grant) => grant.teamId !== null)
      ? await tx
          .select({ id: team.id, parentId: team.parentId, name: team.name })
          .from(team)
          .where(eq(team.organisationId, organisationId))
      : [];
    const grants: ResolvedGrant[] = granted.map((grant) => ({
      accessRole: grant.accessRole,
      teamIds: grant.teamId === null ? 'all' : new Set(subtreeOf(teams, grant.teamId)),
    }));
    if (member.personId !== null) grants.push({ accessRole: 'team-member', teamIds: new Set() });
    return { userId, organisationId, ...member, grants };
  });
}

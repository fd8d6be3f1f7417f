import { and, eq } from 'drizzle-orm';
import type { ResolvedGrant } from '#app/domain/access/access-role.ts';
import { subtreeOf } from '#app/domain/access/subtree-of.ts';
import type { TeamNode } from '#app/domain/access/team-tree.ts';
import type { Viewer } from '#app/domain/access/viewer.ts';
import { accessGrant, appUser, membership, organisation, person, team } from '#db/schema/index.ts';
import type { TenantDatabase } from '#db/tenant.ts';
import { todayOf } from './today.ts';

/** Who somebody is in an organisation, and what the organisation asks of them. */
export interface ResolvedViewer {
  viewer: Viewer;
  /** Whether the organisation wants everybody to show a second factor. */
  secondFactorRequired: boolean;
}

type Granted = Pick<typeof accessGrant.$inferSelect, 'accessRole' | 'teamId' | 'roleId'>;

function resolveGrant({ accessRole, teamId, roleId }: Granted, teams: readonly TeamNode[]): ResolvedGrant {
  const teamIds = teamId === null ? 'all' : new Set(subtreeOf(teams, teamId));
  return { accessRole, teamIds, ...(roleId === null ? {} : { roleIds: new Set([roleId]) }) };
}

/**
 * A user in an organisation, with their grants resolved to the teams they reach today.
 * Null when the user is not, or no longer, a member: suspended, removed, or a person whose last day is
 * past. A member who is a person of the organisation may always see their own record.
 */
export async function resolveViewer(db: TenantDatabase, userId: string, now: Date): Promise<ResolvedViewer | null> {
  const organisationId = db.organisationId;
  return db.transaction(async (tx) => {
    const [member] = await tx
      .select({
        name: appUser.name,
        organisationName: organisation.name,
        secondFactorRequired: organisation.secondFactorRequired,
        personId: membership.personId,
        suspendedAt: membership.suspendedAt,
        leavesOn: person.leavesOn,
      })
      .from(membership)
      .innerJoin(appUser, eq(appUser.id, membership.userId))
      .innerJoin(organisation, eq(organisation.id, membership.organisationId))
      .leftJoin(person, and(eq(person.organisationId, membership.organisationId), eq(person.id, membership.personId)))
      .where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)));
    if (!member || member.suspendedAt !== null) return null;
    if (member.leavesOn !== null && member.leavesOn < todayOf({ now })) return null;
    const granted = await tx
      .select({ accessRole: accessGrant.accessRole, teamId: accessGrant.teamId, roleId: accessGrant.roleId })
      .from(accessGrant)
      .where(and(eq(accessGrant.organisationId, organisationId), eq(accessGrant.userId, userId)));
    const teams = granted.some((grant) => grant.teamId !== null)
      ? await tx
          .select({ id: team.id, parentId: team.parentId, name: team.name })
          .from(team)
          .where(eq(team.organisationId, organisationId))
      : [];
    const grants = granted.map((grant) => resolveGrant(grant, teams));
    if (member.personId !== null) grants.push({ accessRole: 'team-member', teamIds: new Set() });
    const { name, organisationName, personId, secondFactorRequired } = member;
    return { viewer: { userId, name, organisationId, organisationName, personId, grants }, secondFactorRequired };
  });
}

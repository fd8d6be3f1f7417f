import { and, asc, eq, exists, isNotNull, or, sql } from 'drizzle-orm';
import type { GrantableRole } from '#app/domain/access/access-role.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { accessGrant, appUser, membership, passkey, person, role, team, totpCredential } from '#db/schema/index.ts';

/** One thing that a user may be in the organisation, with the names of what it reaches. */
export interface MemberGrant {
  id: string;
  accessRole: GrantableRole;
  /** Null: the whole organisation. */
  teamId: string | null;
  teamName: string | null;
  /** Of a moderator; null: every role. */
  roleId: string | null;
  roleName: string | null;
}

/** Somebody who can sign in to the organisation, or could. */
export interface Member {
  userId: string;
  name: string;
  email: string;
  personId: string | null;
  personName: string | null;
  /** `left`: a person of the organisation whose last day is past. Neither the suspended nor the left can come in. */
  state: 'active' | 'suspended' | 'left';
  hasSecondFactor: boolean;
  lastSignedInAt: Date | null;
  grants: MemberGrant[];
}

/** The users of the viewer's organisation by name. Throws 403 for whoever may not manage access. */
export async function readMembers(context: Context): Promise<Member[]> {
  authorise(context, 'manage-access');
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  return context.db.transaction(async (tx) => {
    const hasSecondFactor = or(
      exists(tx.select({ one: sql`1` }).from(totpCredential).where(and(eq(totpCredential.userId, appUser.id), isNotNull(totpCredential.confirmedAt)))),
      exists(tx.select({ one: sql`1` }).from(passkey).where(eq(passkey.userId, appUser.id))),
    );
    const members = await tx
      .select({
        userId: appUser.id,
        name: appUser.name,
        email: appUser.email,
        personId: membership.personId,
        personName: person.name,
        leavesOn: person.leavesOn,
        suspendedAt: membership.suspendedAt,
        lastSignedInAt: membership.lastSignedInAt,
        hasSecondFactor: sql<boolean>`${hasSecondFactor}`,
      })
      .from(membership)
      .innerJoin(appUser, eq(appUser.id, membership.userId))
      .leftJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, membership.personId)))
      .where(eq(membership.organisationId, organisationId))
      .orderBy(asc(appUser.name), asc(appUser.id));
    const granted = await tx
      .select({
        holderId: accessGrant.userId,
        id: accessGrant.id,
        accessRole: accessGrant.accessRole,
        teamId: accessGrant.teamId,
        teamName: team.name,
        roleId: accessGrant.roleId,
        roleName: role.name,
      })
      .from(accessGrant)
      .leftJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, accessGrant.teamId)))
      .leftJoin(role, and(eq(role.organisationId, organisationId), eq(role.id, accessGrant.roleId)))
      .where(eq(accessGrant.organisationId, organisationId))
      .orderBy(asc(accessGrant.accessRole), asc(team.name), asc(role.name), asc(accessGrant.id));
    return members.map(({ leavesOn, suspendedAt, ...member }) => {
      const hasLeft = leavesOn !== null && leavesOn < today;
      return {
        ...member,
        state: suspendedAt !== null ? 'suspended' : hasLeft ? 'left' : 'active',
        grants: granted.filter(({ holderId }) => holderId === member.userId).map(({ holderId: _holder, ...grant }) => grant),
      };
    });
  });
}

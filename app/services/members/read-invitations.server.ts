import { and, asc, desc, eq } from 'drizzle-orm';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { appUser, invitation, invitationGrant, person, role, team } from '#db/schema/index.ts';
import type { InvitationState } from './invitation-terms.ts';
import type { MemberGrant } from './read-members.server.ts';

/** An invitation and what came of it. */
export interface SentInvitation {
  id: string;
  email: string;
  name: string;
  personName: string | null;
  invitedByName: string | null;
  createdAt: Date;
  expiresAt: Date;
  /** When it was accepted or revoked; null while it was not. */
  endedAt: Date | null;
  state: InvitationState;
  grants: MemberGrant[];
}

type Ends = Pick<typeof invitation.$inferSelect, 'acceptedAt' | 'revokedAt' | 'expiresAt'>;

function stateOf({ acceptedAt, revokedAt, expiresAt }: Ends, now: Date): InvitationState {
  if (acceptedAt !== null) return 'accepted';
  if (revokedAt !== null) return 'revoked';
  return expiresAt > now ? 'open' : 'expired';
}

/** The invitations of the viewer's organisation, newest first. Throws 403 for whoever may not manage access. */
export async function readInvitations(context: Context): Promise<SentInvitation[]> {
  authorise(context, 'manage-access');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const sent = await tx
      .select({
        id: invitation.id,
        email: invitation.email,
        name: invitation.name,
        personName: person.name,
        invitedByName: appUser.name,
        createdAt: invitation.createdAt,
        expiresAt: invitation.expiresAt,
        acceptedAt: invitation.acceptedAt,
        revokedAt: invitation.revokedAt,
      })
      .from(invitation)
      .leftJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, invitation.personId)))
      .leftJoin(appUser, eq(appUser.id, invitation.invitedByUserId))
      .where(eq(invitation.organisationId, organisationId))
      .orderBy(desc(invitation.createdAt), desc(invitation.id));
    const grants = await tx
      .select({
        invitationId: invitationGrant.invitationId,
        id: invitationGrant.id,
        accessRole: invitationGrant.accessRole,
        teamId: invitationGrant.teamId,
        teamName: team.name,
        roleId: invitationGrant.roleId,
        roleName: role.name,
      })
      .from(invitationGrant)
      .leftJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, invitationGrant.teamId)))
      .leftJoin(role, and(eq(role.organisationId, organisationId), eq(role.id, invitationGrant.roleId)))
      .where(eq(invitationGrant.organisationId, organisationId))
      .orderBy(asc(invitationGrant.accessRole), asc(team.name), asc(role.name), asc(invitationGrant.id));
    return sent.map(({ acceptedAt, revokedAt, ...row }) => ({
      ...row,
      endedAt: acceptedAt ?? revokedAt,
      state: stateOf({ acceptedAt, revokedAt, expiresAt: row.expiresAt }, context.now),
      grants: grants.filter(({ invitationId }) => invitationId === row.id).map(({ invitationId: _of, ...grant }) => grant),
    }));
  });
}

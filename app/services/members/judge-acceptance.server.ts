import { and, eq, gt, isNull } from 'drizzle-orm';
import { todayOf } from '#app/platform/today.ts';
import { type PersonFault, readPersonFault } from './read-person-fault.server.ts';
import { appUser, invitation, invitationGrant, membership } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { FoundInvitation } from './find-invitation.server.ts';
import { judgeGrants, type WantedGrant } from './judge-grants.server.ts';

/** What an invitation gives to whoever accepts it. */
export interface AcceptableInvitation {
  email: string;
  personId: string | null;
  grants: WantedGrant[];
}

export type Acceptance =
  | { ok: true; value: AcceptableInvitation }
  /** `isOver`: the link works no more. */
  | { ok: false; isOver: boolean; message: string };

const askAgain = 'Ask whoever invited you for a new invitation';

const personWords: Record<PersonFault, string> = {
  unknown: `The person that this invitation is for is no longer there. ${askAgain}.`,
  taken: `Somebody signs in as the person that this invitation is for already. ${askAgain}.`,
  left: `The last day of the person that this invitation is for is past. ${askAgain}.`,
};

const no = (message: string, isOver = false): Acceptance => ({ ok: false, isOver, message });

/**
 * Takes hold of an invitation for the rest of the transaction and looks whether it can be accepted now: of two
 * who accept at once the second waits here, and finds it over. What it gives must still be there to give.
 */
export async function judgeAcceptance(tx: Tx, { db, id }: FoundInvitation, now: Date): Promise<Acceptance> {
  const organisationId = db.organisationId;
  const own = and(eq(invitation.organisationId, organisationId), eq(invitation.id, id));
  const isOpen = and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now));
  const [found] = await tx.select({ email: invitation.email, personId: invitation.personId }).from(invitation).where(and(own, isOpen)).for('update');
  if (!found) return no('This invitation has just been accepted or revoked.', true);
  const [member] = await tx
    .select({ userId: membership.userId })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .where(and(eq(membership.organisationId, organisationId), eq(appUser.email, found.email)));
  if (member) return no('You belong to this organisation already. Sign in, without the invitation.');
  const fault = found.personId === null ? null : await readPersonFault(tx, organisationId, found.personId, todayOf({ now }));
  if (fault !== null) return no(personWords[fault]);
  const grants = await tx
    .select({ accessRole: invitationGrant.accessRole, teamId: invitationGrant.teamId, roleId: invitationGrant.roleId })
    .from(invitationGrant)
    .where(and(eq(invitationGrant.organisationId, organisationId), eq(invitationGrant.invitationId, id)));
  const judged = await judgeGrants(tx, organisationId, grants);
  if (!judged.ok) return no(`A team or role that this invitation is for is no longer there. ${askAgain}.`);
  return { ok: true, value: { ...found, grants } };
}

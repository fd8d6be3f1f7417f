import { and, asc, eq } from 'drizzle-orm';
import type { GrantableRole } from '#app/domain/access/access-role.ts';
import { readSession } from '#app/platform/session/session.server.ts';
import { appUser, identityProvider, invitation, invitationGrant, organisation, person, role, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { arrivedByMailAlone } from './arrived-by-mail-alone.server.ts';
import { findInvitation, type InvitationBearer } from './find-invitation.server.ts';
import { readWayIn } from './read-way-in.server.ts';

/** An open invitation, as its bearer sees it. */
export interface OpenInvitation {
  organisationName: string;
  organisationSlug: string;
  /** Null where they are no user any more. */
  invitedByName: string | null;
  /** Null for somebody who has not shown yet that the address is theirs, where that matters: as the name and the person. */
  email: string | null;
  name: string | null;
  personName: string | null;
  expiresAt: Date;
  grants: { accessRole: GrantableRole; teamName: string | null; roleName: string | null }[];
  /** What stands on the button of the organisation's own sign-in; null where it has none, or they have an account already. */
  providerLabel: string | null;
  /**
   * What is next: make an account, sign in to the one of this address, show its password here, accept, or sign
   * out first: as somebody else, or on the word of another organisation.
   */
  next: 'new' | 'sign-in' | 'own-password' | 'accept' | 'somebody-else' | 'bound';
  /** Whether somebody who has forgotten that password can choose a new one with this invitation. */
  mayRenewPassword: boolean;
}

async function readGrants(tx: Tx, organisationId: string, invitationId: string): Promise<OpenInvitation['grants']> {
  return tx
    .select({ accessRole: invitationGrant.accessRole, teamName: team.name, roleName: role.name })
    .from(invitationGrant)
    .leftJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, invitationGrant.teamId)))
    .leftJoin(role, and(eq(role.organisationId, organisationId), eq(role.id, invitationGrant.roleId)))
    .where(and(eq(invitationGrant.organisationId, organisationId), eq(invitationGrant.invitationId, invitationId)))
    .orderBy(asc(invitationGrant.accessRole), asc(team.name), asc(role.name));
}

async function nextStep(request: Request, email: string): Promise<OpenInvitation['next']> {
  const wayIn = await readWayIn(email);
  const session = await readSession(request);
  if (!session) return wayIn.way;
  if (wayIn.way === 'new' || wayIn.userId !== session.userId) return 'somebody-else';
  return session.boundOrganisationId === null ? 'accept' : 'bound';
}

/**
 * What the bearer of a link is invited to, and what they do next; null where the link works no more, whatever
 * the reason. Throws 429 where too many links that lead nowhere came from the same source.
 */
export async function readInvitation(request: Request, bearer: InvitationBearer): Promise<OpenInvitation | null> {
  const found = await findInvitation(bearer);
  if (!found) return null;
  const { db, id } = found;
  const organisationId = db.organisationId;
  const next = await nextStep(request, found.email);
  const mayRenewPassword = next === 'own-password' && (await arrivedByMailAlone(found));
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({
        organisationName: organisation.name,
        organisationSlug: organisation.slug,
        invitedByName: appUser.name,
        email: invitation.email,
        name: invitation.name,
        personName: person.name,
        expiresAt: invitation.expiresAt,
      })
      .from(invitation)
      .innerJoin(organisation, eq(organisation.id, organisationId))
      .leftJoin(appUser, eq(appUser.id, invitation.invitedByUserId))
      .leftJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, invitation.personId)))
      .where(and(eq(invitation.organisationId, organisationId), eq(invitation.id, id)));
    const [provider] = await tx
      .select({ label: identityProvider.label })
      .from(identityProvider)
      .where(and(eq(identityProvider.organisationId, organisationId), eq(identityProvider.enabled, true)));
    const grants = await readGrants(tx, organisationId, id);
    if (!row) return null;
    const shown = { ...row, grants, next, mayRenewPassword, providerLabel: next === 'new' ? (provider?.label ?? null) : null };
    return next === 'somebody-else' || next === 'sign-in' ? { ...shown, email: null, name: null, personName: null } : shown;
  });
}

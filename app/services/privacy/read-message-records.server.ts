import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { ExportRows } from '#app/domain/privacy/export-section.ts';
import { invitation, invitationGrant, mail, role, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { DataSubject } from './data-subject.ts';
import { isoMoment } from '#app/platform/iso-moment.ts';

type MessageRows = Pick<ExportRows, 'invitations' | 'invitationGrants' | 'invitationsSent' | 'mails'>;

/** Invitations and mails to somebody; the text of a mail never holds its link, which may still let somebody in. */
export async function readMessageRecords(tx: Tx, subject: DataSubject): Promise<Required<MessageRows> & { invitationIds: string[] }> {
  const { organisationId, personId, userId, emails } = subject;
  const invitations = await tx
    .select()
    .from(invitation)
    .where(
      and(
        eq(invitation.organisationId, organisationId),
        or(
          inArray(invitation.email, emails),
          personId === null ? undefined : eq(invitation.personId, personId),
          userId === null ? undefined : eq(invitation.acceptedByUserId, userId),
        ),
      ),
    )
    .orderBy(asc(invitation.createdAt), asc(invitation.id));
  const invitationIds = invitations.map(({ id }) => id);
  const offered = await tx
    .select({ invitedAt: invitation.createdAt, accessRole: invitationGrant.accessRole, team: team.name, role: role.name })
    .from(invitationGrant)
    .innerJoin(invitation, and(eq(invitation.organisationId, organisationId), eq(invitation.id, invitationGrant.invitationId)))
    .leftJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, invitationGrant.teamId)))
    .leftJoin(role, and(eq(role.organisationId, organisationId), eq(role.id, invitationGrant.roleId)))
    .where(and(eq(invitationGrant.organisationId, organisationId), inArray(invitationGrant.invitationId, invitationIds)))
    .orderBy(asc(invitation.createdAt), asc(invitationGrant.id));
  const sent =
    userId === null
      ? []
      : await tx
          .select({ createdAt: invitation.createdAt })
          .from(invitation)
          .where(and(eq(invitation.organisationId, organisationId), eq(invitation.invitedByUserId, userId)))
          .orderBy(asc(invitation.createdAt));
  const mails = await tx
    .select()
    .from(mail)
    .where(and(eq(mail.organisationId, organisationId), inArray(sql`lower(${mail.toAddress})`, emails)))
    .orderBy(asc(mail.createdAt), asc(mail.id));
  return {
    invitationIds,
    invitations: invitations.map(({ name, email, createdAt, expiresAt, acceptedAt, revokedAt }) => ({
      name,
      email,
      createdAt: createdAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      acceptedAt: isoMoment(acceptedAt),
      revokedAt: isoMoment(revokedAt),
    })),
    invitationGrants: offered.map((row) => ({ ...row, invitedAt: row.invitedAt.toISOString() })),
    invitationsSent: sent.map(({ createdAt }) => ({ createdAt: createdAt.toISOString() })),
    mails: mails.map(({ kind, toName, toAddress, subject: about, body, state, attempts, lastError, createdAt, sentAt }) => ({
      createdAt: createdAt.toISOString(),
      sentAt: isoMoment(sentAt),
      state,
      attempts,
      lastError,
      kind,
      toName,
      toAddress,
      subject: about,
      body,
    })),
  };
}

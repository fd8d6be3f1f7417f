import { and, asc, eq } from 'drizzle-orm';
import type { ExportRows } from '#app/domain/privacy/export-section.ts';
import { noticeTitles } from '#app/domain/privacy/notice-kind.ts';
import { accessGrant, appUser, externalIdentity, membership, organisationNotice, role, team } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { DataSubject } from './data-subject.ts';
import { isoMoment } from '#app/platform/iso-moment.ts';

type MemberRows = Pick<ExportRows, 'memberships' | 'grants' | 'externalIdentities' | 'noticesWritten'>;

/** What is recorded of somebody as a user of the organisation. Nothing for somebody who is no user. */
export async function readMemberRecords(tx: Tx, { organisationId, userId }: DataSubject): Promise<Required<MemberRows>> {
  if (userId === null) return { memberships: [], grants: [], externalIdentities: [], noticesWritten: [] };
  const members = await tx
    .select({ name: appUser.name, createdAt: membership.createdAt, suspendedAt: membership.suspendedAt, lastSignedInAt: membership.lastSignedInAt })
    .from(membership)
    .innerJoin(appUser, eq(appUser.id, membership.userId))
    .where(and(eq(membership.organisationId, organisationId), eq(membership.userId, userId)));
  const grants = await tx
    .select({ accessRole: accessGrant.accessRole, team: team.name, role: role.name, createdAt: accessGrant.createdAt })
    .from(accessGrant)
    .leftJoin(team, and(eq(team.organisationId, organisationId), eq(team.id, accessGrant.teamId)))
    .leftJoin(role, and(eq(role.organisationId, organisationId), eq(role.id, accessGrant.roleId)))
    .where(and(eq(accessGrant.organisationId, organisationId), eq(accessGrant.userId, userId)))
    .orderBy(asc(accessGrant.createdAt), asc(accessGrant.id));
  const identities = await tx
    .select()
    .from(externalIdentity)
    .where(and(eq(externalIdentity.organisationId, organisationId), eq(externalIdentity.userId, userId)))
    .orderBy(asc(externalIdentity.createdAt));
  // A notice keeps the name alone: of two people of one name each is told of what either of them wrote.
  const notices = await tx
    .select({ kind: organisationNotice.kind, updatedAt: organisationNotice.updatedAt, updatedByName: organisationNotice.updatedByName })
    .from(organisationNotice)
    .where(eq(organisationNotice.organisationId, organisationId));
  return {
    memberships: members.map(({ createdAt, suspendedAt, lastSignedInAt }) => ({
      createdAt: createdAt.toISOString(),
      suspendedAt: isoMoment(suspendedAt),
      lastSignedInAt: isoMoment(lastSignedInAt),
    })),
    grants: grants.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })),
    externalIdentities: identities.map(({ issuer, subject, createdAt, lastUsedAt }) => ({
      issuer,
      subject,
      createdAt: createdAt.toISOString(),
      lastUsedAt: isoMoment(lastUsedAt),
    })),
    noticesWritten: notices
      .filter(({ updatedByName }) => members.some(({ name }) => name === updatedByName))
      .map(({ kind, updatedAt }) => ({ kind: noticeTitles[kind], updatedAt: updatedAt.toISOString() })),
  };
}

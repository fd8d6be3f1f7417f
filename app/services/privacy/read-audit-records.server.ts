import { and, asc, eq, inArray, or } from 'drizzle-orm';
import type { ExportRows } from '#app/domain/privacy/export-section.ts';
import { auditEvent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { DataSubject } from './data-subject.ts';

/**
 * What the audit says about somebody: what others did to or with their record, who looked at it, and what
 * they did themselves. Of what they did to others only that they did it: the rest is those people's.
 * `ownIds`: of further things that are theirs, such as their invitations.
 */
export async function readAuditRecords(
  tx: Tx,
  { organisationId, personId, userId }: DataSubject,
  ownIds: readonly string[],
): Promise<Required<Pick<ExportRows, 'auditAbout' | 'auditBy'>>> {
  const theirs = new Set([personId, userId, ...ownIds].filter((id) => id !== null));
  const rows = await tx
    .select()
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.organisationId, organisationId),
        or(inArray(auditEvent.subjectId, [...theirs]), userId === null ? undefined : eq(auditEvent.actorUserId, userId)),
      ),
    )
    .orderBy(asc(auditEvent.position));
  const isBy = (row: (typeof rows)[number]) => userId !== null && row.actorUserId === userId;
  const isAbout = (row: (typeof rows)[number]) => theirs.has(row.subjectId);
  return {
    auditAbout: rows
      .filter((row) => !isBy(row))
      .map(({ at, actorName, action, subjectKind, detail }) => ({
        at: at.toISOString(),
        actor: actorName,
        action,
        subject: subjectKind,
        detail: JSON.stringify(detail),
      })),
    auditBy: rows.filter(isBy).map((row) => ({
      at: row.at.toISOString(),
      name: row.actorName,
      action: row.action,
      subject: isAbout(row) ? `themselves (${row.subjectKind})` : row.subjectKind,
      detail: isAbout(row) ? JSON.stringify(row.detail) : null,
    })),
  };
}

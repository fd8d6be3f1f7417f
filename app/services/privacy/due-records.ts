import { sql, type SQL } from 'drizzle-orm';
import type { RetentionClassName } from '#app/domain/privacy/retention-class.ts';
import { findAuditCut } from './find-audit-cut.server.ts';
import { findDayStart } from './find-day-start.server.ts';

/**
 * By class, from where and which rows are older than the first day that is kept: one text for the count
 * that an administrator is shown and for the erasure itself.
 */
export const dueRecords: Record<RetentionClassName, (organisationId: string, firstKept: string) => SQL> = {
  leavers: (organisationId, firstKept) => sql`person where organisation_id = ${organisationId} and leaves_on < ${firstKept}::date`,
  'superseded-assessments': (organisationId, firstKept) => sql`assessment old
    where old.organisation_id = ${organisationId} and old.assessed_on < ${firstKept}::date and exists (
      select from assessment newer
      where newer.organisation_id = ${organisationId} and newer.person_id = old.person_id and newer.skill_id = old.skill_id
        and newer.source = old.source and (newer.assessed_on, newer.sequence) > (old.assessed_on, old.sequence))`,
  audit: (organisationId, firstKept) => sql`audit_event where organisation_id = ${organisationId} and position < (
      select min(position) from audit_event
      where organisation_id = ${organisationId} and at >= ${findAuditCut(organisationId, firstKept)})`,
  mails: (organisationId, firstKept) => sql`mail
    where organisation_id = ${organisationId} and state in ('sent', 'failed', 'unsure') and created_at < ${findDayStart(firstKept)}`,
  'ended-invitations': (organisationId, firstKept) => sql`invitation
    where organisation_id = ${organisationId} and coalesce(accepted_at, revoked_at, expires_at) < ${findDayStart(firstKept)}`,
};

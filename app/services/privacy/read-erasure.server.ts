import { and, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { todayOf } from '#app/platform/today.ts';
import { type PersonRecord, readPerson } from '#app/services/people/read-person.server.ts';
import { assessment, auditEvent, invitation, mail, placement } from '#db/schema/index.ts';
import { readDataSubject } from './read-data-subject.server.ts';

export interface Erasure {
  person: PersonRecord;
  /** Whether their last day is past. */
  hasLeft: boolean;
  /** Whether they sign in. */
  isUser: boolean;
  goes: { assessments: number; placements: number; invitations: number; mails: number };
  /** Rows of the audit that name them, and assessments of others that they recorded. */
  stays: { auditRows: number; recordedOfOthers: number };
}

/**
 * What would go and what would stay if a person were erased. Throws 404 for an unknown person, 403 for
 * whoever may not erase them.
 */
export async function readErasure(context: Context, personId: string): Promise<Erasure> {
  const organisationId = context.db.organisationId;
  const person = await readPerson(context, personId);
  authorise(context, 'erase-person', personSubject(person));
  return context.db.transaction(async (tx) => {
    const subject = await readDataSubject(tx, organisationId, { personId });
    if (!subject) throw notFound();
    const { userId, emails } = subject;
    const count = async (table: PgTable, where: SQL | undefined): Promise<number> => {
      const [row] = await tx.select({ rows: sql<number>`count(*)::int` }).from(table).where(where);
      return row!.rows;
    };
    const ofUser = (condition: (id: string) => SQL | undefined) => (userId === null ? sql`false` : condition(userId));
    return {
      person,
      hasLeft: person.leavesOn !== null && person.leavesOn < todayOf(context),
      isUser: userId !== null,
      goes: {
        assessments: await count(assessment, and(eq(assessment.organisationId, organisationId), eq(assessment.personId, personId))),
        placements: await count(placement, and(eq(placement.organisationId, organisationId), eq(placement.personId, personId))),
        invitations: await count(
          invitation,
          and(
            eq(invitation.organisationId, organisationId),
            or(
              eq(invitation.personId, personId),
              inArray(invitation.email, emails),
              ofUser((id) => eq(invitation.acceptedByUserId, id)),
            ),
          ),
        ),
        mails: await count(mail, and(eq(mail.organisationId, organisationId), inArray(sql`lower(${mail.toAddress})`, emails))),
      },
      stays: {
        auditRows: await count(
          auditEvent,
          and(
            eq(auditEvent.organisationId, organisationId),
            or(eq(auditEvent.subjectId, personId), ofUser((id) => or(eq(auditEvent.actorUserId, id), eq(auditEvent.subjectId, id)))),
          ),
        ),
        recordedOfOthers: await count(
          assessment,
          and(
            eq(assessment.organisationId, organisationId),
            ne(assessment.personId, personId),
            ofUser((id) => eq(assessment.assessorUserId, id)),
          ),
        ),
      },
    };
  });
}

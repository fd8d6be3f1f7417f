import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import { currentAssessment, invitation, mail, membership, person, placement } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import { eraseAssessingRecords } from './erase-assessing-records.server.ts';
import { eraseNames } from './erase-names.server.ts';
import { erasedName } from './erased-name.ts';
import { readDataSubject } from './read-data-subject.server.ts';
import { removeUser } from './remove-user.server.ts';

export interface ErasedCounts {
  assessments: number;
  placements: number;
  invitations: number;
  mails: number;
  /** Assessments of others that no longer say who recorded them. */
  recordedOfOthers: number;
  /** Whether their user left the organisation with them. */
  userRemoved: boolean;
}

/**
 * Erases a person from the tables of the organisation in the running transaction: assessments and all that rounds hold, placements,
 * invitations and mails to them, the person, and with `removesUser` their user's place in it. Their name
 * goes from what they recorded of others and from mails to others; the audit stays. The counts of their
 * teams are brought up to date. Answers null where the person is not there, or no longer. The caller has
 * authorised it and records it.
 */
export async function eraseRecords(
  tx: Tx,
  { organisationId, personId, today, removesUser }: { organisationId: string; personId: string; today: string; removesUser: boolean },
): Promise<ErasedCounts | null> {
  const locked = await tx.execute(sql`select 1 from person where organisation_id = ${organisationId} and id = ${personId} for update`);
  const subject = locked.rowCount === 0 ? null : await readDataSubject(tx, organisationId, { personId });
  if (!subject) return null;
  const { userId, names, emails } = subject;
  await eraseAssessingRecords(tx, { organisationId, personId, words: [...names, ...emails] });
  const { rows } = await tx.execute<{ erased: string }>(sql`select erase_assessments_of(${personId}) as erased`);
  await tx
    .delete(currentAssessment)
    .where(and(eq(currentAssessment.organisationId, organisationId), eq(currentAssessment.personId, personId)));
  const placements = await tx
    .delete(placement)
    .where(and(eq(placement.organisationId, organisationId), eq(placement.personId, personId)))
    .returning({ teamId: placement.teamId });
  const invitations = await tx
    .delete(invitation)
    .where(
      and(
        eq(invitation.organisationId, organisationId),
        or(
          eq(invitation.personId, personId),
          inArray(invitation.email, emails),
          userId === null ? undefined : eq(invitation.acceptedByUserId, userId),
        ),
      ),
    );
  const mails = await tx
    .delete(mail)
    .where(and(eq(mail.organisationId, organisationId), inArray(sql`lower(${mail.toAddress})`, emails)));
  for (const words of [...names, ...emails]) {
    await tx
      .update(mail)
      .set({
        toName: sql`replace(${mail.toName}, ${words}, ${erasedName})`,
        subject: sql`replace(${mail.subject}, ${words}, ${erasedName})`,
        body: sql`replace(${mail.body}, ${words}, ${erasedName})`,
      })
      .where(
        and(
          eq(mail.organisationId, organisationId),
          sql`position(${words} in ${mail.toName} || ${mail.subject} || ${mail.body}) > 0`,
        ),
      );
  }
  const userRemoved = removesUser && userId !== null;
  let recordedOfOthers = 0;
  if (userRemoved || userId === null) {
    for (const name of names) {
      const answer = await tx.execute<{ erased: string }>(sql`select erase_assessor(${userId}, ${name}) as erased`);
      recordedOfOthers = Math.max(recordedOfOthers, Number(answer.rows[0]?.erased ?? 0));
    }
    await eraseNames(tx, { organisationId, userId, names });
  }
  if (userRemoved) await removeUser(tx, { organisationId, userId });
  else {
    await tx
      .update(membership)
      .set({ personId: null })
      .where(and(eq(membership.organisationId, organisationId), eq(membership.personId, personId)));
  }
  await tx.delete(person).where(and(eq(person.organisationId, organisationId), eq(person.id, personId)));
  await refreshTeamSkillSummary(tx, organisationId, [...new Set(placements.map(({ teamId }) => teamId))], today);
  return {
    assessments: Number(rows[0]?.erased ?? 0),
    placements: placements.length,
    invitations: invitations.rowCount ?? 0,
    mails: mails.rowCount ?? 0,
    recordedOfOthers,
    userRemoved,
  };
}

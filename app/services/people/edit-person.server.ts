import { and, asc, eq, sql } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { formatDate } from '#app/domain/assessment/format-date.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { within } from '#app/platform/within.server.ts';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import { person, placement } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { PersonDetails } from './person-input.ts';
import { readLockedPerson } from './read-locked-person.server.ts';

/**
 * Changes a person's name, e-mail address, grade, start and leaving date; the first placement begins
 * on the start date. `revision` is the one the form was filled in on: an older one is refused, so that
 * nobody overwrites what they have not seen. Throws 404 for an unknown person, 403 where the viewer
 * may not write.
 */
export async function editPerson(
  context: Context,
  personId: string,
  input: PersonDetails & { revision: number },
): Promise<Outcome<{ personId: string }>> {
  const organisationId = context.db.organisationId;
  const { revision, ...details } = input;
  try {
    return await context.db.transaction(async (tx) => {
      const before = await readLockedPerson(within(context, tx), personId);
      authorise(context, 'write-people', personSubject(before));
      if (before.revision !== revision) {
        return refused(
          null,
          'Somebody else changed this person while you were writing. Nothing was saved: compare with the record and save again.',
        );
      }
      if (input.leavesOn !== null && input.leavesOn < input.startsOn) {
        return refused('leavesOn', 'The leaving date must be on or after the start date');
      }
      const first = await readFirstPlacement(tx, organisationId, personId);
      if (first?.endsOn && input.startsOn > first.endsOn) {
        return refused('startsOn', `The start date must be on or before ${formatDate(first.endsOn)}, the day of the first move`);
      }
      if (first && input.startsOn !== before.startsOn) {
        await tx
          .update(placement)
          .set({ startsOn: input.startsOn })
          .where(and(eq(placement.organisationId, organisationId), eq(placement.id, first.id)));
      }
      await tx
        .update(person)
        .set({ ...details, revision: sql`${person.revision} + 1` })
        .where(and(eq(person.organisationId, organisationId), eq(person.id, personId)));
      if (before.teamId !== null) {
        await refreshTeamSkillSummary(tx, organisationId, [before.teamId], todayOf(context));
      }
      const fields = Object.keys(details).filter(
        (field) => details[field as keyof PersonDetails] !== before[field as keyof PersonDetails],
      );
      await recordAudit(tx, context, {
        action: 'person.edit',
        subjectKind: 'person',
        subjectId: personId,
        detail: { fields },
      });
      return done({ personId });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'person_email')) {
      return refused('email', 'Somebody with this e-mail address is already recorded');
    }
    throw error;
  }
}

async function readFirstPlacement(tx: Tx, organisationId: string, personId: string) {
  const [first] = await tx
    .select({ id: placement.id, endsOn: placement.endsOn })
    .from(placement)
    .where(and(eq(placement.organisationId, organisationId), eq(placement.personId, personId)))
    // On the day of a first move both placements may begin; the one that ends is the first.
    .orderBy(asc(placement.startsOn), sql`${placement.endsOn} asc nulls last`)
    .limit(1);
  return first;
}

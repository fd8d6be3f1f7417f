import { and, eq, sql } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import { person } from '#db/schema/index.ts';
import type { PersonDetails } from './person-input.ts';
import { readPerson } from './read-person.server.ts';

/**
 * Changes a person's name, e-mail address, grade, start and leaving date. `revision` is the one the
 * form was filled in on: an older one is refused, so that nobody overwrites what they have not seen.
 * Throws 404 for an unknown person, 403 where the viewer may not write.
 */
export async function editPerson(
  context: Context,
  personId: string,
  input: PersonDetails & { revision: number },
): Promise<Outcome<{ personId: string }>> {
  const organisationId = context.db.organisationId;
  const before = await readPerson(context, personId);
  authorise(context, 'write-people', { personId, teamId: before.teamId });
  if (input.leavesOn !== null && input.leavesOn < input.startsOn) {
    return refused('leavesOn', 'The leaving date must be on or after the start date');
  }
  const { revision, ...details } = input;
  try {
    return await context.db.transaction(async (tx) => {
      const changed = await tx
        .update(person)
        .set({ ...details, revision: sql`${person.revision} + 1` })
        .where(
          and(eq(person.organisationId, organisationId), eq(person.id, personId), eq(person.revision, revision)),
        );
      if (changed.rowCount === 0) {
        return refused(
          null,
          'Somebody else changed this person while you were writing. Nothing was saved: compare with the record and save again.',
        );
      }
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

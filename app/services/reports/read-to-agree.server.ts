import { and, count, eq, gte, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Viewer } from '#app/domain/access/viewer.ts';
import { isPermitted } from '#app/domain/access/is-permitted.ts';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { compareNames } from '#app/domain/capability/compare-names.ts';
import type { WaitingPerson } from '#app/domain/capability/waiting-to-agree.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { currentAssessment, person, placement, roleLevel } from '#db/schema/index.ts';

/** The viewer as a moderator alone: what they see as a manager has a list of its own. */
const asModerator = (viewer: Viewer): Viewer => ({
  ...viewer,
  grants: viewer.grants.filter(({ accessRole }) => accessRole === 'moderator'),
});

/** Something was said that no agreed answer has followed. Equal days are settled: what was agreed on that day had it in view. */
const isNewer = or(
  and(isNull(currentAssessment.agreedOn), or(isNotNull(currentAssessment.selfOn), isNotNull(currentAssessment.managerOn))),
  sql`${currentAssessment.selfOn} > ${currentAssessment.agreedOn}`,
  sql`${currentAssessment.managerOn} > ${currentAssessment.agreedOn}`,
);

/**
 * Whom a moderator has to see: people present today within their grant as a moderator, with the number of
 * expected skills of which they or their manager have said a level that is newer than the agreed one, at
 * least 1. Most skills first, then by name. Empty for whoever moderates nobody. Names no level.
 */
export async function readToAgree(context: Context): Promise<WaitingPerson[]> {
  const moderator = asModerator(context.viewer);
  if (moderator.grants.length === 0) return [];
  const organisationId = context.db.organisationId;
  const today = todayOf(context);
  const rows = await context.db.transaction((tx) =>
    tx
      .select({ id: person.id, name: person.name, teamId: placement.teamId, roleId: roleLevel.roleId, skills: count() })
      .from(currentAssessment)
      .innerJoin(person, and(eq(person.organisationId, organisationId), eq(person.id, currentAssessment.personId)))
      .innerJoin(
        placement,
        and(eq(placement.organisationId, organisationId), eq(placement.personId, person.id), isNull(placement.endsOn)),
      )
      .innerJoin(roleLevel, frameworkJoins(organisationId).roleLevel(placement.roleLevelId))
      .where(
        and(
          eq(currentAssessment.organisationId, organisationId),
          isNotNull(currentAssessment.expectedLevel),
          isNewer,
          lte(person.startsOn, today),
          or(isNull(person.leavesOn), gte(person.leavesOn, today)),
        ),
      )
      .groupBy(person.id, person.name, placement.teamId, roleLevel.roleId),
  );
  return rows
    .filter((row) => isPermitted(moderator, 'assess-agreed', personSubject(row)))
    .map(({ id, name, skills }) => ({ id, name, skills }))
    .sort((one, other) => other.skills - one.skills || compareNames(one.name, other.name) || compareNames(one.id, other.id));
}

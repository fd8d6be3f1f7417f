import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { refreshCurrentAssessments } from '#db/current/refresh-current-assessments.ts';
import { refreshTeamSkillSummary } from '#db/current/refresh-team-skill-summary.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, person, placement, role, roleLevel, roleLevelContent } from '#db/schema/index.ts';
import type { NewPerson } from './person-input.ts';
import { readTeamTree } from './read-team-tree.server.ts';

/**
 * Adds a person and their first placement, from their start date on. A team that is not the organisation's,
 * a role level that no adopted framework has, a leaving date before the start and an e-mail address that somebody has
 * already are refused at their field. Throws 403 where the viewer may not write to the team.
 */
export async function addPerson(context: Context, input: NewPerson): Promise<Outcome<{ personId: string }>> {
  const organisationId = context.db.organisationId;
  const joins = frameworkJoins(organisationId);
  const tree = await readTeamTree(context.db);
  if (!tree.some((team) => team.id === input.teamId)) return refused('teamId', 'Choose a team from the list');
  authorise(context, 'write-people', { teamId: input.teamId });
  if (input.leavesOn !== null && input.leavesOn < input.startsOn) {
    return refused('leavesOn', 'The leaving date must be on or after the start date');
  }
  const personId = randomUUID();
  try {
    return await context.db.transaction(async (tx) => {
      const [known] = await tx
        .select({ id: roleLevel.id })
        .from(roleLevel)
        .innerJoin(role, joins.role(roleLevel.roleId))
        .innerJoin(frameworkAdoption, joins.adoption(role.frameworkId))
        .innerJoin(roleLevelContent, joins.roleLevelContent(frameworkAdoption.versionId, roleLevel.id))
        .where(and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.id, input.roleLevelId)));
      if (!known) return refused('roleLevelId', 'Choose a role level from the list');
      const { teamId, roleLevelId, ...details } = input;
      await tx.insert(person).values({ organisationId, id: personId, createdAt: context.now, ...details });
      await tx.insert(placement).values({
        organisationId,
        id: randomUUID(),
        personId,
        teamId,
        roleLevelId,
        startsOn: input.startsOn,
        createdAt: context.now,
      });
      await refreshCurrentAssessments(tx, organisationId, [personId]);
      await refreshTeamSkillSummary(tx, organisationId, [teamId], todayOf(context));
      await recordAudit(tx, context, {
        action: 'person.add',
        subjectKind: 'person',
        subjectId: personId,
        detail: { teamId, roleLevelId, startsOn: input.startsOn },
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

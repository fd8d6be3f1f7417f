import { and, eq, isNull } from 'drizzle-orm';
import type { Objective } from '#app/domain/review/objective.ts';
import { objectivesOnDay } from '#app/domain/review/objectives-on-day.ts';
import type { Context } from '#app/platform/context.ts';
import { todayOf } from '#app/platform/today.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, objective, skill, skillContent } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * The objectives of a person as of an ISO day, of one skill or of all: open ones first, by the day they are due, then those that have
 * ended. What was withdrawn is left out. Runs inside the caller's transaction, who has authorised it and records the look.
 */
export async function readPersonObjectives(
  tx: Tx,
  context: Pick<Context, 'viewer'>,
  organisationId: string,
  { personId, skillId, asOf }: { personId: string; skillId?: string; asOf: string },
): Promise<Objective[]> {
  const joins = frameworkJoins(organisationId);
  const rows = await tx
    .select({ row: objective, identityName: skill.name, presentName: skillContent.name })
    .from(objective)
    .innerJoin(skill, joins.skill(objective.skillId))
    .leftJoin(frameworkAdoption, joins.adoption(skill.frameworkId))
    .leftJoin(skillContent, joins.skillContent(frameworkAdoption.versionId, objective.skillId))
    .where(
      and(
        eq(objective.organisationId, organisationId),
        eq(objective.personId, personId),
        skillId === undefined ? undefined : eq(objective.skillId, skillId),
        isNull(objective.withdrawnAt),
      ),
    );
  const found = rows.map(({ row, identityName, presentName }): Objective => {
    const { id, words, targetLevel, dueOn, addedByName, changedByName, outcome, outcomeWords, endedByName, revision } = row;
    return {
      id,
      skillId: row.skillId,
      skillName: presentName ?? identityName,
      words,
      targetLevel,
      dueOn,
      addedByName,
      addedOn: todayOf({ now: row.addedAt }),
      changedByName,
      changedOn: row.changedAt && todayOf({ now: row.changedAt }),
      outcome,
      outcomeWords,
      endedByName,
      endedOn: row.endedAt && todayOf({ now: row.endedAt }),
      revision,
      isOwn: row.addedByUserId !== null && row.addedByUserId === context.viewer.userId,
    };
  });
  return objectivesOnDay(found, asOf);
}

import { randomUUID } from 'node:crypto';
import { and, eq, isNull } from 'drizzle-orm';
import { personSubject } from '#app/domain/access/person-subject.ts';
import { findObjectiveProblem } from '#app/domain/review/find-objective-problem.ts';
import { isSameObjective } from '#app/domain/review/is-same-objective.ts';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { todayOf } from '#app/platform/today.ts';
import { within } from '#app/platform/within.server.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readLockedPerson } from '#app/services/people/read-locked-person.server.ts';
import { objective } from '#db/schema/index.ts';
import type { ObjectiveInput } from './objective-input.ts';

/** More at a time nobody works on; it also bounds what one account can fill the database with. */
const mostOpen = 30;

/**
 * Adds an objective in a skill of a person: by the person, or by somebody who assesses them. A form sent twice is stored once.
 * Throws 404 for an unknown person, 403 where the viewer may not write objectives for them.
 */
export async function addObjective(context: Context, personId: string, skillId: string, input: ObjectiveInput): Promise<Outcome<{ objectiveId: string }>> {
  const { organisationId } = context.db;
  return context.db.transaction(async (tx) => {
    const inside = within(context, tx);
    const person = await readLockedPerson(inside, personId);
    authorise(context, 'write-objectives', personSubject(person));
    const skill = (await readAssessableSkills(inside)).get(skillId);
    if (!skill) return refused('skillId', 'Choose a skill from the list');
    const wrong = findObjectiveProblem(input, { today: todayOf(context), highestLevel: skill.highestLevel, dueBefore: null });
    if (wrong) return refused(wrong.field, wrong.message);
    const open = await tx
      .select()
      .from(objective)
      .where(and(eq(objective.organisationId, organisationId), eq(objective.personId, personId), isNull(objective.withdrawnAt), isNull(objective.outcome)));
    const twice = open.find((one) => one.skillId === skillId && one.addedByUserId === context.viewer.userId && isSameObjective(one, input));
    if (twice) return done({ objectiveId: twice.id });
    if (open.length >= mostOpen) return refused(null, `There are already ${mostOpen} open objectives. Say how one of them ended first.`);
    const objectiveId = randomUUID();
    const added = { addedByUserId: context.viewer.userId, addedByName: context.viewer.name, addedAt: context.now };
    await tx.insert(objective).values({ ...input, ...added, organisationId, id: objectiveId, personId, skillId });
    const detail = { objectiveId, skillId, targetLevel: input.targetLevel, dueOn: input.dueOn };
    await recordAudit(tx, context, { action: 'objective.add', subjectKind: 'person', subjectId: personId, detail });
    return done({ objectiveId });
  });
}

import { and, eq, inArray } from 'drizzle-orm';
import type { AnswerableSkill } from '#app/domain/assessment/answer/find-answer-problem.ts';
import type { AssessableSkill } from '#app/services/framework/read-assessable-skills.server.ts';
import { skillLevel } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * These skills with what an answer has to fit: which of their levels are defined and how many statements each has, in their
 * adopted versions. Runs inside the caller's transaction.
 */
export async function readAnswerableSkills(
  tx: Tx,
  organisationId: string,
  skills: readonly AssessableSkill[],
): Promise<Map<string, AnswerableSkill>> {
  const found = new Map(skills.map(({ id, name, highestLevel }) => [id, { name, highestLevel, undefinedLevels: [] as number[], statementCounts: new Map<number, number>() }]));
  if (skills.length === 0) return found;
  const rows = await tx
    .select({ skillId: skillLevel.skillId, ordinal: skillLevel.ordinal, defined: skillLevel.defined, statements: skillLevel.statements })
    .from(skillLevel)
    .where(
      and(
        eq(skillLevel.organisationId, organisationId),
        inArray(skillLevel.versionId, [...new Set(skills.map((skill) => skill.versionId))]),
        inArray(skillLevel.skillId, [...found.keys()]),
      ),
    );
  for (const { skillId, ordinal, defined, statements } of rows) {
    const skill = found.get(skillId);
    if (!defined) skill?.undefinedLevels.push(ordinal);
    skill?.statementCounts.set(ordinal, statements.length);
  }
  return found;
}

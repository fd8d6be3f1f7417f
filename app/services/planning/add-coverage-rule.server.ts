import { randomUUID } from 'node:crypto';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { done, refused } from '#app/platform/form/outcome.ts';
import { isUniqueViolation } from '#app/platform/unique-violation.server.ts';
import { coverageRule } from '#db/schema/index.ts';
import { readAssessableSkills } from '#app/services/framework/read-assessable-skills.server.ts';
import { readTeam } from '#app/services/people/read-team.server.ts';
import type { CoverageRuleDetails } from './coverage-rule-input.ts';

/**
 * Asks for a number of people at or above a level of a skill in a team and the teams under it. The
 * skill may be one that no role here is expected to hold. Throws 404 for an unknown team, 403 where
 * the viewer may not set rules for it.
 */
export async function addCoverageRule(
  context: Context,
  teamId: string,
  input: CoverageRuleDetails,
): Promise<Outcome<{ ruleId: string }>> {
  const organisationId = context.db.organisationId;
  await readTeam(context, teamId);
  authorise(context, 'write-coverage', { teamId });
  const skill = (await readAssessableSkills(context)).get(input.skillId);
  if (!skill) return refused('skillId', 'Choose a skill from the list');
  if (input.minimumLevel > skill.highestLevel) {
    return refused('minimumLevel', `The levels of ${skill.name} go up to ${skill.highestLevel}`);
  }
  const ruleId = randomUUID();
  try {
    await context.db.transaction(async (tx) => {
      await tx.insert(coverageRule).values({ organisationId, id: ruleId, teamId, ...input, createdAt: context.now });
      await recordAudit(tx, context, {
        action: 'coverage-rule.add',
        subjectKind: 'coverage-rule',
        subjectId: ruleId,
        detail: { teamId, skillId: input.skillId, minimumLevel: input.minimumLevel, minimumPeople: input.minimumPeople },
      });
    });
  } catch (error) {
    if (isUniqueViolation(error, 'coverage_rule_once')) {
      return refused('skillId', 'This team already has a rule for this skill and level: remove that one first');
    }
    throw error;
  }
  return done({ ruleId });
}

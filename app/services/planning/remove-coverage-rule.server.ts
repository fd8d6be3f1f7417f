import { and, eq } from 'drizzle-orm';
import { recordAudit } from '#app/platform/audit/audit.server.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context, Outcome } from '#app/platform/context.ts';
import { isUuid } from '#app/platform/is-uuid.ts';
import { done } from '#app/platform/form/outcome.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { coverageRule } from '#db/schema/index.ts';

/**
 * Removes a coverage rule of a team; the audit keeps what it asked for.
 * Throws 404 for a rule that is not this team's, 403 where the viewer may not set its rules.
 */
export async function removeCoverageRule(
  context: Context,
  teamId: string,
  ruleId: string,
): Promise<Outcome<{ removed: boolean }>> {
  if (!isUuid(teamId) || !isUuid(ruleId)) throw notFound();
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const own = and(
      eq(coverageRule.organisationId, organisationId),
      eq(coverageRule.id, ruleId),
      eq(coverageRule.teamId, teamId),
    );
    const [rule] = await tx.select().from(coverageRule).where(own).for('update');
    if (!rule) throw notFound();
    authorise(context, 'write-coverage', { teamId });
    await tx.delete(coverageRule).where(own);
    await recordAudit(tx, context, {
      action: 'coverage-rule.remove',
      subjectKind: 'coverage-rule',
      subjectId: ruleId,
      detail: { teamId, skillId: rule.skillId, minimumLevel: rule.minimumLevel, minimumPeople: rule.minimumPeople },
    });
    return done({ removed: true });
  });
}

import { and, asc, eq } from 'drizzle-orm';
import { frameworkJoins } from '#db/framework-joins.ts';
import { skill, skillSuccession } from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** The skills that took the place of one, by name, under the names they have now. Runs inside the caller's transaction, who has authorised it. */
export function readSuccessors(tx: Tx, organisationId: string, skillId: string): Promise<{ key: string; name: string }[]> {
  return tx
    .select({ key: skill.key, name: skill.name })
    .from(skillSuccession)
    .innerJoin(skill, frameworkJoins(organisationId).skill(skillSuccession.toSkillId))
    .where(and(eq(skillSuccession.organisationId, organisationId), eq(skillSuccession.fromSkillId, skillId)))
    .orderBy(asc(skill.name));
}

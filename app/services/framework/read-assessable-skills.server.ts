import { eq, sql } from 'drizzle-orm';
import type { Context } from '#app/platform/context.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import { frameworkAdoption, scaleStep, skill, skillContent } from '#db/schema/index.ts';

export interface AssessableSkill {
  id: string;
  key: string;
  name: string;
  frameworkId: string;
  versionId: string;
  /** The last step of the version's scale: 4 for the Government Digital and Data framework. */
  highestLevel: number;
}

/**
 * Every skill of the framework versions that the organisation has adopted, by id. Asks no permission:
 * anybody who is signed in may read the framework.
 */
export async function readAssessableSkills(context: Context): Promise<Map<string, AssessableSkill>> {
  const organisationId = context.db.organisationId;
  const joins = frameworkJoins(organisationId);
  const rows = await context.db.transaction(async (tx) => {
    const highest = tx
      .select({
        versionId: scaleStep.versionId,
        highestLevel: sql<number>`max(${scaleStep.ordinal})`.mapWith(Number).as('highest_level'),
      })
      .from(scaleStep)
      .where(eq(scaleStep.organisationId, organisationId))
      .groupBy(scaleStep.versionId)
      .as('highest');
    return tx
      .select({
        id: skill.id,
        key: skill.key,
        name: skillContent.name,
        frameworkId: skill.frameworkId,
        versionId: frameworkAdoption.versionId,
        highestLevel: highest.highestLevel,
      })
      .from(frameworkAdoption)
      .innerJoin(skillContent, joins.skillContents(frameworkAdoption.versionId))
      .innerJoin(skill, joins.skill(skillContent.skillId))
      .innerJoin(highest, eq(highest.versionId, frameworkAdoption.versionId))
      .where(eq(frameworkAdoption.organisationId, organisationId))
      .orderBy(skillContent.name);
  });
  return new Map(rows.map((row) => [row.id, row]));
}

import { and, asc, eq } from 'drizzle-orm';
import type { FrameworkFacts, RoleFacts, RoleLevelFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { orderFacts } from '#app/domain/framework/order-facts.ts';
import { settleFacts } from '#app/domain/framework/settle-facts.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import {
  expectation,
  roleContent,
  roleFamily,
  roleLevel,
  roleLevelContent,
  scaleStep,
  skillContent,
  skillLevel,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/**
 * All that one version says, in the words that documents are read into: equal to the facts that were
 * published, so that a document can be laid over them. Runs inside the caller's transaction, who has
 * authorised it.
 */
export async function readFrameworkFacts(tx: Tx, organisationId: string, versionId: string): Promise<FrameworkFacts> {
  const scale = await tx
    .select({ ordinal: scaleStep.ordinal, name: scaleStep.name })
    .from(scaleStep)
    .where(and(eq(scaleStep.organisationId, organisationId), eq(scaleStep.versionId, versionId)))
    .orderBy(asc(scaleStep.ordinal));
  const skills = await readSkills(tx, organisationId, versionId);
  const roles = await readRoles(tx, organisationId, versionId, skills);
  return orderFacts(settleFacts({ scale, families: [], roles, skills: [...skills.values()] }));
}

async function readSkills(tx: Tx, organisationId: string, versionId: string): Promise<Map<string, SkillFacts>> {
  const contents = await tx
    .select({
      id: skillContent.skillId,
      name: skillContent.name,
      description: skillContent.description,
      noDescription: skillContent.noDescription,
      requiredBy: skillContent.requiredBy,
    })
    .from(skillContent)
    .where(and(eq(skillContent.organisationId, organisationId), eq(skillContent.versionId, versionId)));
  const levels = await tx
    .select()
    .from(skillLevel)
    .where(and(eq(skillLevel.organisationId, organisationId), eq(skillLevel.versionId, versionId)))
    .orderBy(asc(skillLevel.ordinal));
  const skills = new Map<string, SkillFacts>(contents.map(({ id, ...content }) => [id, { ...content, levels: [] }]));
  for (const { skillId, ordinal, defined, statements, wordingSource, wordingDate, writtenAs } of levels) {
    skills.get(skillId)?.levels.push({ ordinal, defined, statements, wordingSource, wordingDate, writtenAs });
  }
  return skills;
}

async function readRoles(
  tx: Tx,
  organisationId: string,
  versionId: string,
  skills: ReadonlyMap<string, SkillFacts>,
): Promise<RoleFacts[]> {
  const joins = frameworkJoins(organisationId);
  const contents = await tx
    .select({
      id: roleContent.roleId,
      familyName: roleFamily.name,
      name: roleContent.name,
      description: roleContent.description,
      roleType: roleContent.roleType,
      skillsWithoutLevel: roleContent.skillsWithoutLevel,
    })
    .from(roleContent)
    .leftJoin(roleFamily, joins.roleFamily(roleContent.familyId))
    .where(and(eq(roleContent.organisationId, organisationId), eq(roleContent.versionId, versionId)));
  const levels = await tx
    .select({ roleId: roleLevel.roleId, content: roleLevelContent })
    .from(roleLevelContent)
    .innerJoin(roleLevel, joins.roleLevel(roleLevelContent.roleLevelId))
    .where(and(eq(roleLevelContent.organisationId, organisationId), eq(roleLevelContent.versionId, versionId)))
    .orderBy(asc(roleLevelContent.seniority));
  const expectations = await tx
    .select({ roleLevelId: expectation.roleLevelId, skillId: expectation.skillId, expectedLevel: expectation.expectedLevel })
    .from(expectation)
    .where(and(eq(expectation.organisationId, organisationId), eq(expectation.versionId, versionId)));
  const roles = new Map<string, RoleFacts>(contents.map(({ id, ...content }) => [id, { ...content, roleLevels: [] }]));
  const byId = new Map<string, RoleLevelFacts>();
  for (const { roleId, content } of levels) {
    const { name, description, seniority, seniorityStated, grades } = content;
    const level = { name, description, seniority: seniorityStated ? seniority : null, grades, expectations: [] };
    byId.set(content.roleLevelId, level);
    roles.get(roleId)?.roleLevels.push(level);
  }
  for (const { roleLevelId, skillId, expectedLevel } of expectations) {
    byId.get(roleLevelId)?.expectations.push({ skillName: skills.get(skillId)?.name ?? '', expectedLevel });
  }
  return [...roles.values()];
}

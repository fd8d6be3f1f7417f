import { and, eq, inArray } from 'drizzle-orm';
import type { ScaleStep } from '#app/domain/framework/framework-facts.ts';
import type { PostFacts, PostSkill } from '#app/domain/framework/job/post-facts.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import {
  expectation,
  frameworkAdoption,
  organisation,
  role,
  roleContent,
  roleLevel,
  roleLevelContent,
  scaleStep,
  skill,
  skillContent,
  skillLevel,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';
import type { JobDescriptionStart } from './job-description-input.ts';

export interface Post {
  versionId: string;
  facts: PostFacts;
}

/**
 * What a job description for a role level of an adopted framework is drafted from. `gaps` come first, at the level
 * that is needed where it is given (never below what the role level is expected to hold), also where the role level is
 * expected to hold nothing of them; gaps in skills of another framework are left out. Throws 404 for a role level that
 * is not in an adopted version, 403 where the viewer may not read the framework.
 */
export async function readPost(context: Context, { roleLevelId, gaps }: JobDescriptionStart): Promise<Post> {
  authorise(context, 'read-framework');
  const organisationId = context.db.organisationId;
  return context.db.transaction(async (tx) => {
    const found = await findRoleLevel(tx, organisationId, roleLevelId);
    if (!found) throw notFound();
    const { versionId, ...names } = found;
    const scale = await tx
      .select({ ordinal: scaleStep.ordinal, name: scaleStep.name })
      .from(scaleStep)
      .where(and(eq(scaleStep.organisationId, organisationId), eq(scaleStep.versionId, versionId)))
      .orderBy(scaleStep.ordinal);
    const [{ name: organisationName = '' } = {}] = await tx.select({ name: organisation.name }).from(organisation).where(eq(organisation.id, organisationId));
    const skills = await readSkills(tx, organisationId, versionId, { roleLevelId, gaps }, scale);
    return { versionId, facts: { organisationName, ...names, skills } };
  });
}

async function findRoleLevel(tx: Tx, organisationId: string, roleLevelId: string) {
  const joins = frameworkJoins(organisationId);
  const [found] = await tx
    .select({
      versionId: frameworkAdoption.versionId,
      roleName: roleContent.name,
      roleDescription: roleContent.description,
      roleLevelName: roleLevelContent.name,
      roleLevelDescription: roleLevelContent.description,
      grades: roleLevelContent.grades,
    })
    .from(roleLevel)
    .innerJoin(role, joins.role(roleLevel.roleId))
    .innerJoin(frameworkAdoption, joins.adoption(role.frameworkId))
    .innerJoin(roleContent, joins.roleContent(frameworkAdoption.versionId, role.id))
    .innerJoin(roleLevelContent, joins.roleLevelContent(frameworkAdoption.versionId, roleLevel.id))
    .where(and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.id, roleLevelId)));
  return found;
}

async function readSkills(
  tx: Tx,
  organisationId: string,
  versionId: string,
  { roleLevelId, gaps }: JobDescriptionStart,
  scale: readonly ScaleStep[],
): Promise<PostSkill[]> {
  const joins = frameworkJoins(organisationId);
  const expected = await tx
    .select({ skillId: expectation.skillId, expectedLevel: expectation.expectedLevel })
    .from(expectation)
    .where(and(eq(expectation.organisationId, organisationId), eq(expectation.versionId, versionId), eq(expectation.roleLevelId, roleLevelId)));
  const expectedOf = new Map(expected.map(({ skillId, expectedLevel }) => [skillId, expectedLevel]));
  const contents = await tx
    .select({ id: skill.id, key: skill.key, name: skillContent.name })
    .from(skillContent)
    .innerJoin(skill, joins.skill(skillContent.skillId))
    .where(and(eq(skillContent.organisationId, organisationId), eq(skillContent.versionId, versionId)));
  const gapOf = new Map(gaps.map((gap) => [gap.key, gap]));
  const wanted = contents.filter(({ id, key }) => expectedOf.has(id) || gapOf.has(key));
  if (wanted.length === 0) return [];
  const levels = await tx
    .select()
    .from(skillLevel)
    .where(
      and(
        eq(skillLevel.organisationId, organisationId),
        eq(skillLevel.versionId, versionId),
        inArray(skillLevel.skillId, wanted.map(({ id }) => id)),
      ),
    );
  return wanted.map(({ id, key, name }): PostSkill => {
    const gap = gapOf.get(key);
    const needed = Math.max(expectedOf.get(id) ?? 0, gap?.level ?? (expectedOf.has(id) ? 0 : 1));
    const expectedLevel = Math.min(needed, scale.length);
    const at = (ordinal: number) => levels.find((level) => level.skillId === id && level.ordinal === ordinal);
    const levelName = (ordinal: number) => scale.find((step) => step.ordinal === ordinal)?.name ?? String(ordinal);
    const isNext = expectedLevel < scale.length && at(expectedLevel + 1)?.defined !== false;
    return {
      key,
      name,
      expectedLevel,
      levelName: levelName(expectedLevel),
      statements: at(expectedLevel)?.statements ?? [],
      next: isNext ? { levelName: levelName(expectedLevel + 1), statements: at(expectedLevel + 1)?.statements ?? [] } : null,
      isGap: gap !== undefined,
    };
  });
}

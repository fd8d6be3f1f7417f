import { and, asc, eq } from 'drizzle-orm';
import type { ScaleStep, WordingSource } from '#app/domain/framework/framework-facts.ts';
import { frameworkJoins } from '#db/framework-joins.ts';
import {
  expectation,
  role,
  roleContent,
  roleLevel,
  roleLevelContent,
  skill,
  skillContent,
  skillLevel,
} from '#db/schema/index.ts';
import type { Tx } from '#db/tenant.ts';

/** One version, as far as reading a skill of it needs to know it. */
export interface ReadableVersion {
  versionId: string;
  /** From the first step up. */
  scale: ScaleStep[];
}

/** What one version says of a skill. */
export interface SkillContent {
  id: string;
  key: string;
  name: string;
  description: string | null;
  /** One for each step of the scale, from the first up. */
  levels: {
    ordinal: number;
    name: string;
    /** Null where nothing is known of this level. */
    defined: boolean | null;
    statements: string[];
    wordingSource: WordingSource | null;
    wordingDate: string | null;
  }[];
  /** By role, then from the most junior role level up. */
  expectedOf: {
    roleKey: string;
    roleName: string;
    roleLevelName: string;
    grades: string[] | null;
    expectedLevel: number;
  }[];
}

/** What the version says of the skill with this key; null where it has none. Runs inside the caller's transaction, who has authorised it. */
export async function readSkillContent(
  tx: Tx,
  organisationId: string,
  version: ReadableVersion,
  skillKey: string,
): Promise<SkillContent | null> {
  const [found] = await tx
    .select({ id: skill.id, key: skill.key, name: skillContent.name, description: skillContent.description })
    .from(skillContent)
    .innerJoin(skill, frameworkJoins(organisationId).skill(skillContent.skillId))
    .where(
      and(
        eq(skillContent.organisationId, organisationId),
        eq(skillContent.versionId, version.versionId),
        eq(skill.key, skillKey),
      ),
    );
  if (!found) return null;
  return {
    ...found,
    levels: await readLevels(tx, organisationId, version, found.id),
    expectedOf: await readExpectedOf(tx, organisationId, version.versionId, found.id),
  };
}

async function readLevels(tx: Tx, organisationId: string, version: ReadableVersion, skillId: string) {
  const rows = await tx
    .select()
    .from(skillLevel)
    .where(
      and(
        eq(skillLevel.organisationId, organisationId),
        eq(skillLevel.versionId, version.versionId),
        eq(skillLevel.skillId, skillId),
      ),
    );
  return version.scale.map(({ ordinal, name }) => {
    const known = rows.find((row) => row.ordinal === ordinal);
    return {
      ordinal,
      name,
      defined: known?.defined ?? null,
      statements: known?.statements ?? [],
      wordingSource: known?.wordingSource ?? null,
      wordingDate: known?.wordingDate ?? null,
    };
  });
}

function readExpectedOf(tx: Tx, organisationId: string, versionId: string, skillId: string): Promise<SkillContent['expectedOf']> {
  const joins = frameworkJoins(organisationId);
  return tx
    .select({
      roleKey: role.key,
      roleName: roleContent.name,
      roleLevelName: roleLevelContent.name,
      grades: roleLevelContent.grades,
      expectedLevel: expectation.expectedLevel,
    })
    .from(expectation)
    .innerJoin(roleLevelContent, joins.roleLevelContent(versionId, expectation.roleLevelId))
    .innerJoin(roleLevel, joins.roleLevel(expectation.roleLevelId))
    .innerJoin(role, joins.role(roleLevel.roleId))
    .innerJoin(roleContent, joins.roleContent(versionId, role.id))
    .where(
      and(
        eq(expectation.organisationId, organisationId),
        eq(expectation.versionId, versionId),
        eq(expectation.skillId, skillId),
      ),
    )
    .orderBy(asc(roleContent.name), asc(roleLevelContent.seniority));
}

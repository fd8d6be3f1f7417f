import { and, asc, eq } from 'drizzle-orm';
import type { WordingSource } from '#app/domain/framework/framework-facts.ts';
import { authorise } from '#app/platform/authorise.server.ts';
import type { Context } from '#app/platform/context.ts';
import { notFound } from '#app/platform/responses.server.ts';
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
import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';
import type { Tx } from '#db/tenant.ts';
import { isFrameworkKey } from './is-framework-key.server.ts';
import { readAdoptedVersions, type AdoptedVersion } from './read-adopted-versions.server.ts';

export interface SkillView {
  version: AdoptedVersion;
  key: string;
  name: string;
  description: string | null;
  /** True where the description is the one that comes with the product. */
  isDescriptionOurs: boolean;
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

const ourDescriptions = new Set(loadCatalogue().facts.skills.flatMap(({ description }) => description ?? []));

/**
 * A skill of an adopted framework: what its levels ask and of which role levels they are expected.
 * Where two frameworks have a skill of this key, `frameworkKey` says which; without it the official
 * one comes first. Throws 404 for any other key, 403 where the viewer may not read the framework.
 */
export async function readSkill(context: Context, skillKey: string, frameworkKey: string | null = null): Promise<SkillView> {
  authorise(context, 'read-framework');
  if (!isFrameworkKey(skillKey)) throw notFound();
  const organisationId = context.db.organisationId;
  const versions = (await readAdoptedVersions(context)).filter(
    (version) => frameworkKey === null || version.frameworkKey === frameworkKey,
  );
  return context.db.transaction(async (tx) => {
    for (const version of versions) {
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
      if (!found) continue;
      const { id, ...content } = found;
      return {
        version,
        ...content,
        isDescriptionOurs: content.description !== null && ourDescriptions.has(content.description),
        levels: await readLevels(tx, organisationId, version, id),
        expectedOf: await readExpectedOf(tx, organisationId, version.versionId, id),
      };
    }
    throw notFound();
  });
}

async function readLevels(tx: Tx, organisationId: string, version: AdoptedVersion, skillId: string) {
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

function readExpectedOf(tx: Tx, organisationId: string, versionId: string, skillId: string): Promise<SkillView['expectedOf']> {
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

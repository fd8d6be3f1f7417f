import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { frameworkJoins } from '#db/framework-joins.ts';
import { role, roleLevel, roleLevelContent, scaleStep, skill, skillContent, skillLevel } from '#db/schema/index.ts';
import { rowsOf, type Tx } from '#db/tenant.ts';

export interface AdoptedSkill {
  id: string;
  key: string;
  name: string;
  frameworkId: string;
  versionId: string;
  /** The last step of the version's scale: 4 for the Government Digital and Data framework. */
  highestLevel: number;
}

/** The name of a level of a skill; null for no level, and for one that the scale of the skill does not have. */
export type LevelName = (skillId: string, level: number | null) => string | null;

/** What level 0 is called, whatever the scale: the framework has no step for it. */
const belowTheScale = 'not yet at the first level';

/** What pictures need of the adopted framework versions. */
export interface AdoptedContent {
  /** By id, in the order of their names. */
  skills: ReadonlyMap<string, AdoptedSkill>;
  /** By the id of a skill, the ordinals of the levels that its version leaves undefined. */
  undefinedLevels: ReadonlyMap<string, readonly number[]>;
  levelName: LevelName;
  /** By their ids; nothing for one that no adopted version has. */
  roleLevels: ReadonlyMap<string, AdoptedRoleLevel>;
}

/** A role level under the names that it has for good. */
export interface AdoptedRoleLevel {
  name: string;
  roleId: string;
  roleName: string;
  /** From 1, the most junior. */
  seniority: number;
}

const versionsQuery = `
  select string_agg(adopted.version_id::text, ',' order by adopted.version_id) as versions,
    coalesce(bool_or(version.xmin = pg_current_xact_id_if_assigned()::xid), false) as "isNew"
  from framework_adoption adopted
  join framework_version version on version.organisation_id = $1 and version.id = adopted.version_id
  where adopted.organisation_id = $1`;

/** So many organisations' content is kept in memory, a large framework taking about 200 kB. */
const mostKept = 100;

/** By organisation and versions; the one that was asked for longest ago comes first. */
const kept = new Map<string, AdoptedContent>();

/**
 * The content of the versions that the organisation has adopted now. What a published version says never changes, so it is kept in the
 * memory of this process by the ids of the versions, of which the database is asked each time. A version that this very transaction
 * brings is not kept: it may not be whole yet, and may be undone. Runs inside the caller's transaction; anybody who is signed in may
 * read the framework.
 */
export async function readAdoptedContent(tx: Tx, organisationId: string): Promise<AdoptedContent> {
  const [found] = await rowsOf<{ versions: string | null; isNew: boolean }>(tx, { text: versionsQuery, values: [organisationId] });
  const { versions, isNew } = found!;
  const key = `${organisationId}/${versions}`;
  const known = kept.get(key) ?? (await readContent(tx, organisationId, versions?.split(',') ?? []));
  if (isNew) return known;
  kept.delete(key);
  kept.set(key, known);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return known;
}

async function readContent(tx: Tx, organisationId: string, versionIds: readonly string[]): Promise<AdoptedContent> {
  const undefinedLevels = new Map<string, number[]>();
  const ofVersions = await tx
    .select({ skillId: skillLevel.skillId, ordinal: skillLevel.ordinal })
    .from(skillLevel)
    .where(and(eq(skillLevel.organisationId, organisationId), inArray(skillLevel.versionId, [...versionIds]), eq(skillLevel.defined, false)));
  for (const { skillId, ordinal } of ofVersions) undefinedLevels.set(skillId, [...(undefinedLevels.get(skillId) ?? []), ordinal]);
  const levels = await tx
    .select({ id: roleLevel.id, name: roleLevel.name, roleId: role.id, roleName: role.name, seniority: roleLevelContent.seniority })
    .from(roleLevelContent)
    .innerJoin(roleLevel, and(eq(roleLevel.organisationId, organisationId), eq(roleLevel.id, roleLevelContent.roleLevelId)))
    .innerJoin(role, and(eq(role.organisationId, organisationId), eq(role.id, roleLevel.roleId)))
    .where(and(eq(roleLevelContent.organisationId, organisationId), inArray(roleLevelContent.versionId, [...versionIds])));
  const steps = await tx
    .select({ versionId: scaleStep.versionId, ordinal: scaleStep.ordinal, name: scaleStep.name })
    .from(scaleStep)
    .where(and(eq(scaleStep.organisationId, organisationId), inArray(scaleStep.versionId, [...versionIds])));
  const skills = await readSkills(tx, organisationId, versionIds);
  const scales = new Map(versionIds.map((id) => [id, new Map(steps.flatMap(({ versionId, ordinal, name }) => (versionId === id ? [[ordinal, name] as const] : [])))]));
  const levelName: LevelName = (skillId, level) => {
    const versionId = skills.get(skillId)?.versionId;
    if (versionId === undefined || level === null) return null;
    return scales.get(versionId)?.get(level) ?? (level === 0 ? belowTheScale : null);
  };
  return {
    skills,
    undefinedLevels,
    levelName,
    roleLevels: new Map(levels.map(({ id, ...level }) => [id, level])),
  };
}

async function readSkills(tx: Tx, organisationId: string, versionIds: readonly string[]): Promise<Map<string, AdoptedSkill>> {
  const joins = frameworkJoins(organisationId);
  const highest = tx
    .select({
      versionId: scaleStep.versionId,
      highestLevel: sql<number>`max(${scaleStep.ordinal})`.mapWith(Number).as('highest_level'),
    })
    .from(scaleStep)
    .where(eq(scaleStep.organisationId, organisationId))
    .groupBy(scaleStep.versionId)
    .as('highest');
  const rows = await tx
    .select({
      id: skill.id,
      key: skill.key,
      name: skillContent.name,
      frameworkId: skill.frameworkId,
      versionId: skillContent.versionId,
      highestLevel: highest.highestLevel,
    })
    .from(skillContent)
    .innerJoin(skill, joins.skill(skillContent.skillId))
    .innerJoin(highest, eq(highest.versionId, skillContent.versionId))
    .where(and(eq(skillContent.organisationId, organisationId), inArray(skillContent.versionId, [...versionIds])))
    .orderBy(asc(skillContent.name));
  return new Map(rows.map((row) => [row.id, row]));
}

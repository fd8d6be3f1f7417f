import { and, eq, inArray } from 'drizzle-orm';
import type { GridSkill } from '#app/domain/assessment/grid/team-grid.ts';
import type { Context } from '#app/platform/context.ts';
import { readAdoptedVersions } from '#app/services/framework/read-adopted-versions.server.ts';
import type { AssessableSkill } from '#app/services/framework/read-assessable-skills.server.ts';
import { skillLevel } from '#db/schema/index.ts';

/**
 * These skills as a grid shows them, in their order: the steps of their scales, which of them the framework defines, and what
 * somebody at each does. `inside` is the context within the caller's transaction. Asks no permission: anybody who is signed in
 * may read the framework.
 */
export async function readGridSkills(inside: Context, skills: readonly AssessableSkill[]): Promise<GridSkill[]> {
  if (skills.length === 0) return [];
  const { organisationId } = inside.db;
  const scales = new Map((await readAdoptedVersions(inside)).map(({ versionId, scale }) => [versionId, scale]));
  const rows = await inside.db.transaction((tx) =>
    tx
      .select({ skillId: skillLevel.skillId, ordinal: skillLevel.ordinal, defined: skillLevel.defined, statements: skillLevel.statements })
      .from(skillLevel)
      .where(
        and(
          eq(skillLevel.organisationId, organisationId),
          inArray(skillLevel.versionId, [...new Set(skills.map(({ versionId }) => versionId))]),
          inArray(
            skillLevel.skillId,
            skills.map(({ id }) => id),
          ),
        ),
      ),
  );
  const stored = new Map(rows.map((row) => [`${row.skillId}/${row.ordinal}`, row]));
  return skills.map(({ id, key, name, versionId }) => ({
    id,
    key,
    name,
    levels: (scales.get(versionId) ?? []).map((step) => {
      const row = stored.get(`${id}/${step.ordinal}`);
      return { name: step.name, isDefined: row?.defined ?? true, statements: row?.statements ?? [] };
    }),
  }));
}

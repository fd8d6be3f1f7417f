import { and, eq, inArray } from 'drizzle-orm';
import type { SkillScales } from '#app/domain/framework/scale-of-skill.ts';
import type { Context } from '#app/platform/context.ts';
import { skill } from '#db/schema/index.ts';
import { readAdoptedVersions } from './read-adopted-versions.server.ts';

/**
 * Of which adopted framework versions these skills are, each with its scale; a skill that its framework no longer has
 * goes by the scale adopted now. `version` names them as a page says it: undefined where none is adopted, the first
 * one where there are no skills. Asks no permission: anybody who is signed in may read the framework.
 */
export async function readSkillScales(context: Context, skillIds: Iterable<string>): Promise<{ version: string | undefined; scales: SkillScales }> {
  const { organisationId } = context.db;
  const adopted = await readAdoptedVersions(context);
  const wanted = [...new Set(skillIds)];
  const isPlain = adopted.length < 2 || wanted.length === 0;
  const rows = isPlain
    ? []
    : await context.db.transaction((tx) =>
        tx
          .select({ id: skill.id, frameworkId: skill.frameworkId })
          .from(skill)
          .where(and(eq(skill.organisationId, organisationId), inArray(skill.id, wanted))),
      );
  const met = adopted.filter(({ frameworkId }) => rows.some((row) => row.frameworkId === frameworkId));
  const used = met.length > 0 ? met : adopted.slice(0, 1);
  const places = new Map(used.map(({ frameworkId }, at) => [frameworkId, at]));
  const versions = used.map(({ frameworkName, label, scale }) => ({ name: `${frameworkName}, ${label}`, scale }));
  const others = rows.map(({ id, frameworkId }): [string, number] => [id, places.get(frameworkId) ?? 0]).filter(([, place]) => place > 0);
  return {
    version: versions.length === 0 ? undefined : versions.map(({ name }) => name).join('; '),
    scales: { versions, ofSkill: Object.fromEntries(others) },
  };
}

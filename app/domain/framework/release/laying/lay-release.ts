import type { FrameworkFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { mergeFacts } from '#app/domain/framework/merging/merge-facts.ts';
import type { MergedFacts } from '#app/domain/framework/merging/merge-facts.ts';
import type { MergeReading } from '#app/domain/framework/merging/rank-readings.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { roleLevelKey } from '#app/domain/framework/release/role-level-key.ts';
import { settleFacts } from '#app/domain/framework/settle-facts.ts';
import type { PartNames } from './part-names.ts';

/**
 * The documents laid over the adopted version without what leaves it, in the form in which a version is kept.
 * `goesOnAs` says which skill stands for one that leaves, where a role level that no document speaks of expects it;
 * without an entry nothing does. Refuses what `mergeFacts` refuses.
 */
export function layRelease(
  base: FrameworkFacts,
  readings: readonly MergeReading[],
  leaving: PartNames,
  goesOnAs: ReadonlyMap<string, string> = new Map(),
): MergedFacts {
  const staying: FrameworkFacts = {
    ...base,
    skills: base.skills.filter(({ name }) => !leaving.skills.has(nameKey(name))),
    roles: base.roles
      .filter(({ name }) => !leaving.roles.has(nameKey(name)))
      .map((role) => ({
        ...role,
        skillsWithoutLevel: (role.skillsWithoutLevel ?? []).flatMap((name) => (leaving.skills.has(nameKey(name)) ? (goesOnAs.get(nameKey(name)) ?? []) : [name])),
        roleLevels: role.roleLevels
          .filter(({ name }) => !leaving.roleLevels.has(roleLevelKey(role.name, name)))
          .map((roleLevel) => ({ ...roleLevel, expectations: goOn(roleLevel, leaving.skills, goesOnAs) })),
      })),
  };
  const merged = mergeFacts(staying, readings);
  return { ...merged, facts: settleFacts(merged.facts, [staying, ...readings.map(({ facts }) => facts)]) };
}

function goOn({ expectations }: RoleLevelFacts, leaving: ReadonlySet<string>, goesOnAs: ReadonlyMap<string, string>): RoleLevelFacts['expectations'] {
  const kept = expectations.filter(({ skillName }) => !leaving.has(nameKey(skillName)));
  const known = new Set(kept.map(({ skillName }) => nameKey(skillName)));
  for (const { skillName, expectedLevel } of expectations) {
    const next = leaving.has(nameKey(skillName)) ? goesOnAs.get(nameKey(skillName)) : undefined;
    if (next === undefined || known.has(nameKey(next))) continue;
    known.add(nameKey(next));
    kept.push({ skillName: next, expectedLevel });
  }
  return kept;
}

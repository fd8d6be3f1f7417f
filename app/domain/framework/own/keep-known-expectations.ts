import type { ExpectationFacts, FrameworkFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';

/**
 * A role level of the organisation's own, with the expectations that the framework has a skill and a level for, in the
 * framework's spelling of the skill. Of two for one skill the higher stands.
 */
export function keepKnownExpectations(roleLevel: RoleLevelFacts, { scale, skills }: Pick<FrameworkFacts, 'scale' | 'skills'>): RoleLevelFacts {
  const names = new Map(skills.map(({ name }) => [nameKey(name), name]));
  const kept = new Map<string, ExpectationFacts>();
  for (const { skillName, expectedLevel } of roleLevel.expectations) {
    const key = nameKey(skillName);
    const name = names.get(key);
    if (name === undefined || !scale.some(({ ordinal }) => ordinal === expectedLevel)) continue;
    if (expectedLevel > (kept.get(key)?.expectedLevel ?? 0)) kept.set(key, { skillName: name, expectedLevel });
  }
  return { ...roleLevel, expectations: [...kept.values()] };
}

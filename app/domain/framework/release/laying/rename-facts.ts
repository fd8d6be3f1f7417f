import type { FrameworkFacts, RoleFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { IdentityMoves } from '#app/domain/framework/release/release-item.ts';

/** The same part under another name; `roleName` is the role's name in the facts as given, for role levels. */
export type Renaming = IdentityMoves['renamed'][number];

/**
 * The facts with other names, wherever a name stands. All renamings count at once, so two names that change places do.
 * Everything else, and the order of everything, stays.
 */
export function renameFacts(facts: FrameworkFacts, renamings: readonly Renaming[]): FrameworkFacts {
  if (renamings.length === 0) return facts;
  const names = new Map(renamings.map(({ part, roleName, from, to }) => [keyOf(part, roleName ?? '', from), to]));
  const skillName = (name: string) => names.get(keyOf('skill', '', name)) ?? name;
  const role = (given: RoleFacts): RoleFacts => ({
    ...given,
    name: names.get(keyOf('role', '', given.name)) ?? given.name,
    roleLevels: given.roleLevels.map((roleLevel) => ({
      ...roleLevel,
      name: names.get(keyOf('role-level', given.name, roleLevel.name)) ?? roleLevel.name,
      expectations: roleLevel.expectations.map((expectation) => ({ ...expectation, skillName: skillName(expectation.skillName) })),
    })),
    ...(given.skillsWithoutLevel !== undefined && { skillsWithoutLevel: given.skillsWithoutLevel.map(skillName) }),
  });
  return { ...facts, roles: facts.roles.map(role), skills: facts.skills.map((skill) => ({ ...skill, name: skillName(skill.name) })) };
}

function keyOf(part: string, roleName: string, name: string): string {
  return JSON.stringify([part, nameKey(roleName), nameKey(name)]);
}

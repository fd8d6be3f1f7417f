import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { roleLevelKey } from '#app/domain/framework/release/role-level-key.ts';

/** Some of the skills, roles and role levels of a framework, by their keys (`nameKey`, `roleLevelKey`). */
export interface PartNames {
  skills: Set<string>;
  roles: Set<string>;
  roleLevels: Set<string>;
}

/** All that the facts name. A role without role levels counts; so does a skill that is only expected. */
export function partNames(facts: readonly FrameworkFacts[]): PartNames {
  const roles = facts.flatMap((one) => one.roles);
  const levels = roles.flatMap((role) => role.roleLevels.map((roleLevel) => ({ role, roleLevel })));
  return {
    skills: new Set(
      [
        ...facts.flatMap((one) => one.skills.map(({ name }) => name)),
        ...levels.flatMap(({ roleLevel }) => roleLevel.expectations.map(({ skillName }) => skillName)),
        ...roles.flatMap((role) => role.skillsWithoutLevel ?? []),
      ].map(nameKey),
    ),
    roles: new Set(roles.map(({ name }) => nameKey(name))),
    roleLevels: new Set(levels.map(({ role, roleLevel }) => roleLevelKey(role.name, roleLevel.name))),
  };
}

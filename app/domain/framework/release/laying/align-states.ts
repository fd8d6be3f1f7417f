import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { RoleLevelName } from '#app/domain/framework/release/changes/aligned-states.ts';
import { roleLevelKey } from '#app/domain/framework/release/role-level-key.ts';

/** What each part of `before` is called in `base`: the same facts in the same order, by other names. */
export function alignStates(base: FrameworkFacts, before: FrameworkFacts): {
  wasSkill: (name: string) => string;
  wasRole: (name: string) => string;
  wasRoleLevel: (roleName: string, name: string) => RoleLevelName;
} {
  const skills = new Map(before.skills.map(({ name }, index) => [nameKey(name), base.skills[index]?.name ?? name]));
  const roles = new Map(before.roles.map(({ name }, index) => [nameKey(name), base.roles[index]?.name ?? name]));
  const levels = new Map(
    before.roles.flatMap((role, index) =>
      role.roleLevels.map(({ name }, at): [string, RoleLevelName] => {
        const was = base.roles[index];
        return [roleLevelKey(role.name, name), { roleName: was?.name ?? role.name, roleLevelName: was?.roleLevels[at]?.name ?? name }];
      }),
    ),
  );
  return {
    wasSkill: (name) => skills.get(nameKey(name)) ?? name,
    wasRole: (name) => roles.get(nameKey(name)) ?? name,
    wasRoleLevel: (roleName, name) => levels.get(roleLevelKey(roleName, name)) ?? { roleName: roles.get(nameKey(roleName)) ?? roleName, roleLevelName: name },
  };
}

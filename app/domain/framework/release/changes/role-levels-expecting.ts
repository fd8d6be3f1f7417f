import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { ReleaseReach } from '#app/domain/framework/release/release-item.ts';

/** The role levels of a state that are expected to hold one of the skills; with `ordinal`, at that level. */
export function roleLevelsExpecting({ roles }: FrameworkFacts, skillNames: readonly string[], ordinal?: number): ReleaseReach['roleLevels'] {
  const keys = new Set(skillNames.map(nameKey));
  return roles.flatMap((role) =>
    role.roleLevels
      .filter(({ expectations }) => expectations.some(({ skillName, expectedLevel }) => keys.has(nameKey(skillName)) && (ordinal === undefined || expectedLevel === ordinal)))
      .map(({ name }) => ({ roleName: role.name, roleLevelName: name })),
  );
}

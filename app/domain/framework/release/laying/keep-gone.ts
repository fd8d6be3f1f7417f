import type { RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { OwnAdditionContent } from '#app/domain/framework/own/own-addition.ts';
import type { AlignedStates } from '#app/domain/framework/release/changes/aligned-states.ts';
import { byName } from '#app/domain/framework/release/changes/by-name.ts';
import { itemKey } from '#app/domain/framework/release/item-key.ts';
import { roleLevelKey } from '#app/domain/framework/release/role-level-key.ts';

/**
 * What the release drops and a person keeps, as additions of the organisation's own, by the names after the release: a
 * skill with the expectations that it was under, a role or role level with what it was expected to hold, as far as
 * those skills are there.
 */
export function keepGone(states: AlignedStates): OwnAdditionContent[] {
  const { before, after, gone, wasSkill, wasRole, wasRoleLevel, decisions } = states;
  const isKept = (...names: [string, ...string[]]) => decisions.get(itemKey('gone', ...names)) === 'keep';
  const skills = before.skills.filter(({ name }) => gone.skills.has(nameKey(name)) && isKept('skill', wasSkill(name)));
  const there = new Set([...after.skills, ...skills].map(({ name }) => nameKey(name)));
  const withKnown = (level: RoleLevelFacts): RoleLevelFacts => ({ ...level, expectations: level.expectations.filter(({ skillName }) => there.has(nameKey(skillName))) });
  const roles = before.roles
    .filter(({ name }) => gone.roles.has(nameKey(name)) && isKept('role', wasRole(name)))
    .map((role): OwnAdditionContent => ({ kind: 'role', role: { ...role, skillsWithoutLevel: (role.skillsWithoutLevel ?? []).filter((name) => there.has(nameKey(name))), roleLevels: role.roleLevels.map(withKnown) } }));
  const roleLevels = before.roles.flatMap((role) =>
    role.roleLevels.flatMap((level, index): OwnAdditionContent[] => {
      const was = wasRoleLevel(role.name, level.name);
      if (!gone.roleLevels.has(roleLevelKey(role.name, level.name)) || !isKept('role-level', was.roleName, was.roleLevelName)) return [];
      // The next more junior one that is still there, or is kept with it.
      const below = role.roleLevels.slice(0, index).findLast((other) => {
        const its = wasRoleLevel(role.name, other.name);
        return !gone.roleLevels.has(roleLevelKey(role.name, other.name)) || isKept('role-level', its.roleName, its.roleLevelName);
      });
      return [{ kind: 'role-level', roleName: role.name, after: below?.name ?? null, roleLevel: withKnown(level) }];
    }),
  );
  return [...skills.map((skill): OwnAdditionContent => ({ kind: 'skill', skill })), ...roles, ...roleLevels, ...expectationsOf(states, new Set(skills.map(({ name }) => nameKey(name))))];
}

/** Of role levels that the release has; one that is kept brings its own. */
function expectationsOf({ before, after }: AlignedStates, kept: ReadonlySet<string>): OwnAdditionContent[] {
  const roles = byName(after.roles);
  return before.roles.flatMap((role) => {
    const levels = byName(roles.get(nameKey(role.name))?.roleLevels ?? []);
    return role.roleLevels
      .filter(({ name }) => levels.has(nameKey(name)))
      .flatMap((level) =>
        level.expectations
          .filter(({ skillName }) => kept.has(nameKey(skillName)))
          .map(({ skillName, expectedLevel }): OwnAdditionContent => ({ kind: 'expectation', roleName: role.name, roleLevelName: level.name, skillName, expectedLevel, released: null })),
      );
  });
}

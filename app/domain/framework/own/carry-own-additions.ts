import type { ExpectationFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import type { IdentityMoves } from '#app/domain/framework/release/release-item.ts';
import type { OwnAddition } from './own-addition.ts';

interface Names {
  skill: (name: string) => string;
  role: (name: string) => string;
  /** By the role's name before. */
  roleLevel: (roleName: string, name: string) => string;
}

/**
 * The additions with the names that a release has renamed, as a person confirmed it; so that they stand on what they
 * stood on. All renames count at once: two names that change places do. The ids stay.
 */
export function carryOwnAdditions(additions: readonly OwnAddition[], moves: IdentityMoves): OwnAddition[] {
  if (moves.renamed.length === 0) return [...additions];
  const renamed = new Map(moves.renamed.map(({ part, roleName, from, to }) => [keyOf(part, roleName ?? '', from), to]));
  const names: Names = {
    skill: (name) => renamed.get(keyOf('skill', '', name)) ?? name,
    role: (name) => renamed.get(keyOf('role', '', name)) ?? name,
    roleLevel: (roleName, name) => renamed.get(keyOf('role-level', roleName, name)) ?? name,
  };
  return additions.map((addition) => carry(addition, names));
}

function keyOf(part: string, roleName: string, name: string): string {
  return JSON.stringify([part, nameKey(roleName), nameKey(name)]);
}

function carry(addition: OwnAddition, names: Names): OwnAddition {
  switch (addition.kind) {
    case 'role': {
      const { name, roleLevels, skillsWithoutLevel, ...role } = addition.role;
      return {
        ...addition,
        role: {
          ...role,
          name: names.role(name),
          roleLevels: roleLevels.map((roleLevel) => carryRoleLevel(roleLevel, name, names)),
          ...(skillsWithoutLevel === undefined ? {} : { skillsWithoutLevel: skillsWithoutLevel.map(names.skill) }),
        },
      };
    }
    case 'role-level': {
      const { roleName, after, roleLevel } = addition;
      return {
        ...addition,
        roleName: names.role(roleName),
        after: after === null ? null : names.roleLevel(roleName, after),
        roleLevel: carryRoleLevel(roleLevel, roleName, names),
      };
    }
    case 'skill':
      return { ...addition, skill: { ...addition.skill, name: names.skill(addition.skill.name) } };
    case 'statements':
      return { ...addition, skillName: names.skill(addition.skillName) };
    case 'grades':
      return { ...addition, roleName: names.role(addition.roleName), roleLevelName: names.roleLevel(addition.roleName, addition.roleLevelName) };
    case 'expectation':
      return {
        ...addition,
        roleName: names.role(addition.roleName),
        roleLevelName: names.roleLevel(addition.roleName, addition.roleLevelName),
        skillName: names.skill(addition.skillName),
      };
  }
}

function carryRoleLevel(roleLevel: RoleLevelFacts, roleName: string, names: Names): RoleLevelFacts {
  const rename = ({ skillName, expectedLevel }: ExpectationFacts) => ({ skillName: names.skill(skillName), expectedLevel });
  return { ...roleLevel, name: names.roleLevel(roleName, roleLevel.name), expectations: roleLevel.expectations.map(rename) };
}

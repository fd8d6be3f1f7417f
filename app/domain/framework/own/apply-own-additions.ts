import type { FrameworkFacts, RoleFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { findOwnConflicts } from './find-own-conflicts.ts';
import { keepKnownExpectations } from './keep-known-expectations.ts';
import { layOwnChanges } from './lay-own-changes.ts';
import { layRoleLevels } from './lay-role-levels.ts';
import { layRole } from './lay-role.ts';
import { laySkill } from './lay-skill.ts';
import { orderOwnAdditions } from './order-own-additions.ts';
import type { OwnAddition, OwnConflict } from './own-addition.ts';

/** A release with what an organisation adds to it. */
export interface LaidFacts {
  facts: FrameworkFacts;
  /** By the order of `orderOwnAdditions`. */
  conflicts: OwnConflict[];
}

/**
 * Lays an organisation's own additions over a release. The order in which they are given does not matter, none leaves
 * the release as it is, and laying them over the result again changes nothing. What the release has itself stands, and
 * what the addition says more is kept; an addition that stands on something the release does not have is left out, and
 * comes back as a conflict. What no addition names is untouched.
 */
export function applyOwnAdditions(base: FrameworkFacts, additions: readonly OwnAddition[]): LaidFacts {
  if (additions.length === 0) return { facts: base, conflicts: [] };
  const inTurn = orderOwnAdditions(additions);
  const ofKind = <Kind extends OwnAddition['kind']>(kind: Kind) => inTurn.filter((addition): addition is Extract<OwnAddition, { kind: Kind }> => addition.kind === kind);
  const skills = ofKind('skill').reduce<readonly SkillFacts[]>((laid, { skill }) => laySkill(laid, skill), base.skills);
  const known = { scale: base.scale, skills: [...skills] };
  const families = new Map(base.families.map((name) => [nameKey(name), name]));
  let roles: readonly RoleFacts[] = base.roles;
  for (const { role } of ofKind('role')) {
    const family = role.familyName;
    if (family !== null && !families.has(nameKey(family))) families.set(nameKey(family), family);
    const familyName = family === null ? null : (families.get(nameKey(family)) ?? family);
    roles = layRole(roles, { ...role, familyName, roleLevels: role.roleLevels.map((roleLevel) => keepKnownExpectations(roleLevel, known)) });
  }
  roles = roles.map((role) => {
    const own = ofKind('role-level').filter(({ roleName }) => nameKey(roleName) === nameKey(role.name));
    return own.length === 0 ? role : layRoleLevels(role, own.map(({ after, roleLevel }) => ({ after, roleLevel: keepKnownExpectations(roleLevel, known) })));
  });
  const laid = { scale: base.scale, families: [...families.values()], roles: [...roles], skills: known.skills };
  const facts = layOwnChanges(laid, [...ofKind('statements'), ...ofKind('grades'), ...ofKind('expectation')]);
  return { facts, conflicts: findOwnConflicts(base, facts, inTurn) };
}

import type { ExpectationFacts, RoleFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { findByName } from './find-by-name.ts';
import { placeOwnRoleLevels, type OwnRoleLevel } from './place-own-role-levels.ts';

/**
 * A role with role levels of the organisation's own. One that the role has already stands, and what the own one says
 * more is kept: a description, grades, and skills that it is not expected to hold otherwise.
 */
export function layRoleLevels(role: RoleFacts, own: readonly OwnRoleLevel[]): RoleFacts {
  const fresh: OwnRoleLevel[] = [];
  let roleLevels = role.roleLevels;
  for (const level of own) {
    const known = findByName(roleLevels, level.roleLevel.name);
    const doubled = fresh.findIndex(({ roleLevel }) => nameKey(roleLevel.name) === nameKey(level.roleLevel.name));
    const first = fresh[doubled];
    if (known !== undefined) roleLevels = roleLevels.map((roleLevel) => (roleLevel === known ? layOver(known, level.roleLevel) : roleLevel));
    else if (first === undefined) fresh.push(level);
    else fresh[doubled] = { ...first, roleLevel: layOver(first.roleLevel, level.roleLevel) };
  }
  return { ...role, roleLevels: placeOwnRoleLevels(roleLevels, fresh) };
}

function layOver(known: RoleLevelFacts, own: RoleLevelFacts): RoleLevelFacts {
  const held = new Set(known.expectations.map(({ skillName }) => nameKey(skillName)));
  const more: ExpectationFacts[] = own.expectations.filter(({ skillName }) => !held.has(nameKey(skillName)));
  return {
    ...known,
    description: known.description ?? own.description,
    grades: known.grades ?? own.grades,
    expectations: [...known.expectations, ...more],
  };
}

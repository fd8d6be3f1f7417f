import type { RoleFacts } from '#app/domain/framework/framework-facts.ts';
import { findByName } from './find-by-name.ts';
import { layRoleLevels } from './lay-role-levels.ts';

/**
 * The roles with one of the organisation's own. Where there is one of this name already it stands, and what the own
 * one says more is kept: family, description and role type where they are missing, and what `layRoleLevels` keeps.
 */
export function layRole(roles: readonly RoleFacts[], own: RoleFacts): readonly RoleFacts[] {
  const known = findByName(roles, own.name);
  if (known === undefined) return [...roles, own];
  const merged = {
    ...known,
    familyName: known.familyName ?? own.familyName,
    description: known.description ?? own.description,
    ...(known.roleType == null && own.roleType != null ? { roleType: own.roleType } : {}),
  };
  const levels = own.roleLevels.map((roleLevel, index) => ({ after: own.roleLevels[index - 1]?.name ?? null, roleLevel }));
  return roles.map((role) => (role === known ? layRoleLevels(merged, levels) : role));
}

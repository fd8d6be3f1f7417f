import type { FrameworkOverview, OverviewRole, OverviewRoleLevel } from '#app/services/framework/read-framework-overview.server.ts';

/** A role, or one role level of it, as an address names it: `role-key` or `role-key/role-level-key`. */
export interface FoundPlace {
  role: OverviewRole;
  /** Null for the whole role. */
  roleLevel: OverviewRoleLevel | null;
  /** Its address once more. */
  address: string;
  /** "Role" or "Role level of role"; just the role level where it is named after the role. */
  name: string;
}

/** The place that an address names in a framework; null where there is none. */
export function findPlace(overview: FrameworkOverview, address: string): FoundPlace | null {
  const [roleKey, levelKey] = address.split('/');
  const role = overview.roles.find(({ key }) => key === roleKey);
  if (!role) return null;
  if (levelKey === undefined) return { role, roleLevel: null, address, name: role.name };
  const roleLevel = role.roleLevels.find(({ key }) => key === levelKey);
  return roleLevel ? { role, roleLevel, address, name: roleLevel.name } : null;
}

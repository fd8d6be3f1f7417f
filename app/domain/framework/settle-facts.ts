import { compareNames } from './compare-names.ts';
import type { FrameworkFacts, RoleFacts } from './framework-facts.ts';
import { nameKey } from './name-key.ts';
import { orderRoleLevels } from './order-role-levels.ts';

/**
 * The facts exactly as a version keeps them, so that what is read back compares equal to what was
 * published: a place in the order of seniority (1 is the most junior) stands only where one of
 * `sources` states it for that role level and is null where it would be inferred; families are those
 * that have a role.
 */
export function settleFacts(facts: FrameworkFacts, sources: readonly FrameworkFacts[] = [facts]): FrameworkFacts {
  const stated = new Set(sources.flatMap(({ roles }) => roles.flatMap(statedLevels)));
  const families = new Set(facts.roles.flatMap(({ familyName }) => familyName ?? []));
  const roles = facts.roles.map((role) => {
    const isStated = (levelName: string) => stated.has(levelKey(role.name, levelName));
    const known = role.roleLevels
      .filter(({ name, seniority }) => seniority !== null && isStated(name))
      .sort((one, other) => (one.seniority ?? 0) - (other.seniority ?? 0))
      .map(({ name }) => name);
    const { roleLevels } = orderRoleLevels(role.roleLevels, known, []);
    return {
      ...role,
      roleLevels: roleLevels.map((level) => (isStated(level.name) ? level : { ...level, seniority: null })),
    };
  });
  return { ...facts, families: [...families].sort(compareNames), roles };
}

function statedLevels({ name, roleLevels }: RoleFacts): string[] {
  return roleLevels.filter(({ seniority }) => seniority !== null).map((level) => levelKey(name, level.name));
}

function levelKey(roleName: string, levelName: string): string {
  return JSON.stringify([nameKey(roleName), nameKey(levelName)]);
}

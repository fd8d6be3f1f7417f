import { compareNames } from '#app/domain/framework/compare-names.ts';
import type { RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { orderRoleLevels } from '#app/domain/framework/order-role-levels.ts';

/** A role level and the next more junior one; null for the most junior place. */
export interface OwnRoleLevel {
  after: string | null;
  roleLevel: RoleLevelFacts;
}

/**
 * The role levels with further ones in their places, numbered from 1, the most junior. Several after the same one
 * stand by name. One whose neighbour is not there stands where its expected levels put it. With none, the role
 * levels as they are: whoever says where one stands has the whole order before them, and states it.
 */
export function placeOwnRoleLevels(roleLevels: readonly RoleLevelFacts[], own: readonly OwnRoleLevel[]): RoleLevelFacts[] {
  if (own.length === 0) return [...roleLevels];
  const stated = roleLevels.filter(({ seniority }) => seniority !== null).sort((one, other) => (one.seniority ?? 0) - (other.seniority ?? 0));
  const before = orderRoleLevels(roleLevels, stated.map(({ name }) => name), []).roleLevels.map(({ name }) => name);
  const placed = new Set<string>();
  const following = (anchor: string | null): string[] =>
    own
      .filter(({ after, roleLevel }) => !placed.has(nameKey(roleLevel.name)) && (after === null ? anchor === null : anchor !== null && nameKey(after) === nameKey(anchor)))
      .map(({ roleLevel }) => roleLevel.name)
      .sort(compareNames)
      .flatMap((name) => {
        placed.add(nameKey(name));
        return [name, ...following(name)];
      });
  const order = [...following(null), ...before.flatMap((name) => [name, ...following(name)])];
  return orderRoleLevels([...roleLevels, ...own.map(({ roleLevel }) => roleLevel)], order, []).roleLevels;
}

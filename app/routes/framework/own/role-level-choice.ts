import type { FrameworkFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { cleanName } from '#app/domain/framework/clean-name.ts';
import { compareNames } from '#app/domain/framework/compare-names.ts';
import { orderRoleLevels } from '#app/domain/framework/order-role-levels.ts';

/** A role and one of its role levels; null for none of them. */
export interface RoleLevelChoice {
  roleName: string;
  roleLevelName: string | null;
}

/** As the value of an option. */
export function roleLevelValue(roleName: string, roleLevelName: string | null): string {
  return JSON.stringify([roleName, roleLevelName]);
}

/** What a value says; of a value that no list has offered, a role without a name, which no framework has. */
export function readRoleLevelValue(value: string): RoleLevelChoice {
  try {
    const said: unknown = JSON.parse(value);
    if (Array.isArray(said) && typeof said[0] === 'string' && (said[1] === null || typeof said[1] === 'string')) {
      return { roleName: cleanName(said[0]), roleLevelName: said[1] === null ? null : cleanName(said[1]) };
    }
  } catch {
    // Not ours: falls through to the empty choice.
  }
  return { roleName: '', roleLevelName: null };
}

/** All role levels under their roles, by name of the role and then by seniority, stated or likely, as options. */
export function roleLevelOptions({ roles }: FrameworkFacts): { group: string; options: { value: string; label: string }[] }[] {
  return [...roles]
    .sort((one, other) => compareNames(one.name, other.name))
    .map(({ name, roleLevels }) => ({ group: name, options: bySeniority(roleLevels).map((roleLevel) => ({ value: roleLevelValue(name, roleLevel.name), label: roleLevel.name })) }));
}

function bySeniority(roleLevels: readonly RoleLevelFacts[]): RoleLevelFacts[] {
  const stated = roleLevels.filter(({ seniority }) => seniority !== null).sort((one, other) => (one.seniority ?? 0) - (other.seniority ?? 0));
  return orderRoleLevels(roleLevels, stated.map(({ name }) => name), []).roleLevels;
}

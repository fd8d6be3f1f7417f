import { levelsApart } from './levels-apart.ts';

/** What two sides said of one skill; null is no level: nothing said, not observed or exempt. */
export interface TwoLevels {
  name: string;
  selfLevel: number | null;
  managerLevel: number | null;
}

/**
 * Puts the skills about which the two sides differ first: the furthest apart, then those of which only one gave a level, then
 * those of which both say the same, or neither gave a level; by name within each.
 */
export function orderDifferences<T extends TwoLevels>(skills: readonly T[]): T[] {
  const rank = (skill: T) => {
    const apart = levelsApart(skill);
    if (apart !== null) return apart === 0 ? 2 : -Math.abs(apart);
    return skill.selfLevel === skill.managerLevel ? 2 : 1;
  };
  return [...skills].sort((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : one.name > other.name ? 1 : 0));
}

import type { PartNames } from './part-names.ts';

/** What is in either. */
export function joinPartNames(one: PartNames, other: PartNames): PartNames {
  const both = (part: keyof PartNames) => new Set([...one[part], ...other[part]]);
  return { skills: both('skills'), roles: both('roles'), roleLevels: both('roleLevels') };
}

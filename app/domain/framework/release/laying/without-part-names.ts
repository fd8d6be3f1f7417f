import type { PartNames } from './part-names.ts';

/** What is in the first only. */
export function withoutPartNames(all: PartNames, without: PartNames): PartNames {
  const left = (part: keyof PartNames) => new Set([...all[part]].filter((key) => !without[part].has(key)));
  return { skills: left('skills'), roles: left('roles'), roleLevels: left('roleLevels') };
}

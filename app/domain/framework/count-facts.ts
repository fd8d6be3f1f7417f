import type { FrameworkFacts } from './framework-facts.ts';

export interface FactsCount {
  families: number;
  roles: number;
  roleLevels: number;
  skills: number;
  expectations: number;
  statements: number;
  undefinedLevels: number;
}

/** How much the facts hold, in whole numbers; `undefinedLevels` counts skill levels said to be not defined. */
export function countFacts(facts: FrameworkFacts): FactsCount {
  const roleLevels = facts.roles.flatMap((role) => role.roleLevels);
  const levels = facts.skills.flatMap((skill) => skill.levels);
  return {
    families: facts.families.length,
    roles: facts.roles.length,
    roleLevels: roleLevels.length,
    skills: facts.skills.length,
    expectations: roleLevels.reduce((sum, roleLevel) => sum + roleLevel.expectations.length, 0),
    statements: levels.reduce((sum, level) => sum + level.statements.length, 0),
    undefinedLevels: levels.filter((level) => !level.defined).length,
  };
}

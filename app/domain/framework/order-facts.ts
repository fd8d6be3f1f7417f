import { compareNames } from './compare-names.ts';
import type { FrameworkFacts, RoleLevelFacts, SkillFacts } from './framework-facts.ts';
import { gradeOrder } from './grade-order.ts';

/**
 * The same facts in the one order that does not depend on where they came from: names alphabetical, role levels by
 * seniority and then name, skill levels and steps ascending, grades most junior first. Statements keep their order.
 */
export function orderFacts(facts: FrameworkFacts): FrameworkFacts {
  return {
    scale: facts.scale.map(({ ordinal, name }) => ({ ordinal, name })).sort((a, b) => a.ordinal - b.ordinal),
    families: [...new Set(facts.families)].sort(compareNames),
    roles: facts.roles
      .map(({ familyName, name, description, roleLevels, roleType, skillsWithoutLevel }) => ({
        familyName,
        name,
        description,
        roleLevels: roleLevels.map(orderRoleLevel).sort((a, b) => (a.seniority ?? 0) - (b.seniority ?? 0) || compareNames(a.name, b.name)),
        roleType: roleType ?? null,
        skillsWithoutLevel: [...new Set(skillsWithoutLevel)].sort(compareNames),
      }))
      .sort((a, b) => compareNames(a.name, b.name)),
    skills: facts.skills.map(orderSkill).sort((a, b) => compareNames(a.name, b.name)),
  };
}

function orderRoleLevel({ name, description, seniority, grades, expectations }: RoleLevelFacts): RoleLevelFacts {
  const rank = (grade: string) => (gradeOrder as readonly string[]).indexOf(grade);
  return {
    name,
    description,
    seniority,
    grades: grades === null ? null : [...grades].sort((a, b) => rank(a) - rank(b) || compareNames(a, b)),
    expectations: expectations
      .map(({ skillName, expectedLevel }) => ({ skillName, expectedLevel }))
      .sort((a, b) => compareNames(a.skillName, b.skillName)),
  };
}

function orderSkill({ name, description, levels, noDescription, requiredBy }: SkillFacts): SkillFacts {
  return {
    name,
    description,
    levels: levels
      .map(({ ordinal, defined, statements, wordingSource, wordingDate, writtenAs }) => ({
        ordinal,
        defined,
        statements: [...statements],
        wordingSource,
        wordingDate,
        ...(writtenAs && { writtenAs }),
      }))
      .sort((a, b) => a.ordinal - b.ordinal),
    ...(noDescription && { noDescription }),
    ...(requiredBy && { requiredBy }),
  };
}

import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';

/** What the bundled framework says, by names. */
export interface DemoFramework {
  /** Skill name and expected level (1-4) of a role level. */
  expectationsOf(roleName: string, roleLevelName: string): Map<string, number>;
  /** The role level one step more senior; null for the most senior one. */
  nextRoleLevel(roleName: string, roleLevelName: string): string | null;
  /** The highest level that the framework defines for the skill, 1-4. */
  highestLevelOf(skillName: string): number;
}

/** The bundled framework as the demo asks it. Throws an Error for a name that it does not have. */
export function demoFramework(): DemoFramework {
  const { roles, skills } = loadCatalogue().facts;
  const levelsOf = (roleName: string) => {
    const role = roles.find(({ name }) => name === roleName);
    if (!role) throw new Error(`The bundled framework has no role "${roleName}".`);
    return role.roleLevels;
  };
  const levelOf = (roleName: string, roleLevelName: string) => {
    const level = levelsOf(roleName).find(({ name }) => name === roleLevelName);
    if (!level) throw new Error(`The role "${roleName}" has no level "${roleLevelName}".`);
    return level;
  };
  const highest = new Map(
    skills.map(({ name, levels }) => [
      name,
      Math.max(...levels.filter(({ defined }) => defined).map(({ ordinal }) => ordinal)),
    ]),
  );
  return {
    expectationsOf: (roleName, roleLevelName) =>
      new Map(
        levelOf(roleName, roleLevelName).expectations.map(({ skillName, expectedLevel }) => [skillName, expectedLevel]),
      ),
    nextRoleLevel: (roleName, roleLevelName) => {
      const { seniority } = levelOf(roleName, roleLevelName);
      if (seniority === null) return null;
      return levelsOf(roleName).find((level) => level.seniority === seniority + 1)?.name ?? null;
    },
    highestLevelOf: (skillName) => {
      const level = highest.get(skillName);
      if (level === undefined) throw new Error(`The bundled framework has no skill "${skillName}".`);
      return level;
    },
  };
}

import type { FrameworkFacts, SkillFacts } from '#app/domain/framework/framework-facts.ts';
import { templateColumns, templateTableNames, type TemplateTableName } from './template-columns.ts';

/** One table of the template: the header first, its cells as they are meant. */
export interface TemplateTable {
  name: TemplateTableName;
  rows: string[][];
}

/** What stands where the framework leaves a level undefined. */
const notDefined = 'Not defined';

/**
 * A framework as the four tables that `readTemplate` reads: reading them gives back its name, scale, roles, skills and
 * expectations. What an own framework has no place for is left out: grades that are known to be none, and the
 * sources and dates of wording.
 */
export function templateTables(frameworkName: string, facts: FrameworkFacts): TemplateTable[] {
  const levelName = (ordinal: number) => facts.scale.find((step) => step.ordinal === ordinal)?.name ?? String(ordinal);
  const records: Record<TemplateTableName, string[][]> = {
    scale: facts.scale.map((step) => [frameworkName, String(step.ordinal), step.name]),
    roles: facts.roles.flatMap((role) => {
      const said = [role.familyName ?? '', role.name, role.description ?? ''];
      if (role.roleLevels.length === 0) return [[...said, '', '', '', '']];
      return role.roleLevels.map((level) => [...said, level.name, level.seniority === null ? '' : String(level.seniority), (level.grades ?? []).join(', '), level.description ?? '']);
    }),
    skills: facts.skills.flatMap((skill) => skillRows(skill, levelName)),
    expectations: facts.roles.flatMap((role) =>
      role.roleLevels.flatMap((level) => level.expectations.map(({ skillName, expectedLevel }) => [role.name, level.name, skillName, levelName(expectedLevel)])),
    ),
  };
  return templateTableNames.map((name) => ({ name, rows: [templateColumns[name].map(({ header }) => header), ...records[name]] }));
}

function skillRows({ name, description, levels }: SkillFacts, levelName: (ordinal: number) => string): string[][] {
  if (levels.length === 0) return [[name, description ?? '', '', '']];
  return levels.flatMap((level) => {
    const said = [name, description ?? '', levelName(level.ordinal)];
    if (!level.defined) return [[...said, notDefined]];
    return level.statements.length === 0 ? [[...said, '']] : level.statements.map((statement) => [...said, statement]);
  });
}

import { stringify } from 'csv-stringify/sync';
import { rolesCsvRows } from '#app/domain/framework/export/roles-csv-rows.ts';
import { skillsCsvRows } from '#app/domain/framework/export/skills-csv-rows.ts';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import type { ImportFile } from '#app/services/framework/import/import-limits.ts';
import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';

/** The rows that the role content download is brought to; the official one has 1,825. */
const rowsWanted = 2_000;

/** A framework as large as the official one: its names and numbers, with as much made-up wording as it has of its own. */
export function fullFacts(): FrameworkFacts {
  const { facts } = loadCatalogue();
  const wording = (skill: string, ordinal: number) =>
    [1, 2, 3, 4, 5].map((line) => `take part ${line} of the work that ${skill} asks for at step ${ordinal}, with the people who depend on it`);
  return {
    ...facts,
    skills: facts.skills.map((skill) => ({
      ...skill,
      levels: facts.scale.map(({ ordinal }) => ({ ordinal, defined: true, statements: wording(skill.name, ordinal), wordingSource: 'skills-csv' as const, wordingDate: null })),
    })),
  };
}

/** The next release of it: every tenth skill is renamed, and every twentieth expectation is one level off. */
export function nextFacts(facts: FrameworkFacts): FrameworkFacts {
  const renamed = new Map(facts.skills.filter((_, at) => at % 10 === 0).map(({ name }) => [name, `${name} in practice`]));
  const nameOf = (name: string) => renamed.get(name) ?? name;
  let turn = 0;
  return {
    ...facts,
    skills: facts.skills.map((skill) => ({ ...skill, name: nameOf(skill.name) })),
    roles: facts.roles.map((role) => ({
      ...role,
      roleLevels: role.roleLevels.map((level) => ({
        ...level,
        expectations: level.expectations.map(({ skillName, expectedLevel }) => {
          turn += 1;
          return { skillName: nameOf(skillName), expectedLevel: turn % 20 === 0 ? (expectedLevel % 4) + 1 : expectedLevel };
        }),
      })),
    })),
  };
}

/** The two downloads that say these facts, the role content with some of its rows twice, as the official one has. */
export function releaseFiles(facts: FrameworkFacts): { files: ImportFile[]; rows: number } {
  const rows = rolesCsvRows(facts);
  const padded = [...rows, ...rows.slice(1, 1 + Math.max(0, rowsWanted + 1 - rows.length))];
  const file = (name: string, table: string[][]) => ({ name, bytes: new TextEncoder().encode(stringify(table)) });
  return { files: [file('roles.csv', padded), file('skills.csv', skillsCsvRows(facts))], rows: padded.length - 1 };
}

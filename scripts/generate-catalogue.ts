import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FrameworkFacts, RoleFacts } from '#app/domain/framework/framework-facts.ts';
import { mergeFacts } from '#app/domain/framework/merging/merge-facts.ts';
import { readImportFile } from '#app/services/framework/files/read-import-file.server.ts';
import type { Catalogue } from '#db/seed/framework/catalogue-format.ts';

/**
 * Makes db/seed/framework/catalogue.json from the official documents: names and numbers, no wording.
 * Run by hand after a release: `npx tsx scripts/generate-catalogue.ts ../shared/framework`.
 */
const folder = process.argv[2] ?? '../shared/framework';
const target = 'db/seed/framework/catalogue.json';
const documents = ['roles.csv', 'skills.csv', 'role-pages/incident-manager.txt', 'role-pages/it-service-manager.txt'];

/** Grades of a role whose page is not among the documents. */
const moreGrades: Record<string, string[]> = {
  'Service desk analyst': ['AO', 'EO'],
  'Senior service desk analyst': ['EO', 'HEO'],
  'Service desk manager': ['HEO', 'SEO'],
  'Head of service desk': ['SEO', 'G7'],
};

function readFacts(): FrameworkFacts {
  const readings = documents.map((path) => {
    const reading = readImportFile({ name: basename(path), bytes: readFileSync(join(folder, path)) });
    if (!reading.ok) throw new Error(reading.refusals.map(({ message }) => message).join('\n'));
    return { file: path, kind: reading.kind, facts: reading.facts };
  });
  const { facts, refusals } = mergeFacts(null, readings);
  if (refusals.length > 0) throw new Error(refusals.map(({ message }) => message).join('\n'));
  return facts;
}

function roleOf({ name, roleLevels, roleType, skillsWithoutLevel }: RoleFacts, order: readonly string[] | undefined) {
  if (order && [...order].sort().join() !== roleLevels.map((level) => level.name).sort().join()) {
    throw new Error(`The order of seniority of "${name}" does not name its role levels.`);
  }
  const levels = roleLevels.map((level) => {
    const grades = level.grades ?? (name === 'Service desk manager' ? moreGrades[level.name] : undefined);
    return {
      name: level.name,
      ...(order && { seniority: order.indexOf(level.name) + 1 }),
      ...(grades && { grades }),
      expects: Object.fromEntries(level.expectations.map(({ skillName, expectedLevel }) => [skillName, expectedLevel])),
    };
  });
  const alphabetical = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1);
  return {
    name,
    ...(roleType && { roleType }),
    ...(skillsWithoutLevel?.length && { skillsWithoutLevel }),
    roleLevels: levels.sort((one, other) => (one.seniority ?? 0) - (other.seniority ?? 0) || alphabetical(one, other)),
  };
}

function catalogueOf(facts: FrameworkFacts, orders: Record<string, string[]>): Catalogue {
  return {
    label: 'September 2025',
    scale: facts.scale.map(({ name }) => name),
    families: facts.families.map((family) => ({
      name: family,
      roles: facts.roles.filter(({ familyName }) => familyName === family).map((role) => roleOf(role, orders[role.name])),
    })),
    skills: facts.skills.map(({ name, levels }) => {
      const missing = levels.filter(({ defined }) => !defined).map(({ ordinal }) => ordinal);
      return { name, ...(missing.length > 0 && { undefined: missing }), ...(levels.length === 0 && { unworded: true as const }) };
    }),
  };
}

/** One role level or skill a line, so that a change of one can be read in a diff. */
function write({ label, scale, families, skills }: Catalogue): string {
  const block = (indent: string, lines: string[]) => (lines.length === 0 ? '[]' : `[\n${lines.map((line) => `${indent}${line}`).join(',\n')}\n${indent.slice(2)}]`);
  const more = ({ roleType, skillsWithoutLevel }: Catalogue['families'][number]['roles'][number]) =>
    Object.entries({ roleType, skillsWithoutLevel }).map(([key, value]) => (value === undefined ? '' : `"${key}": ${JSON.stringify(value)}, `)).join('');
  const roles = (family: Catalogue['families'][number]) =>
    family.roles.map((role) => `{"name": ${JSON.stringify(role.name)}, ${more(role)}"roleLevels": ${block('        ', role.roleLevels.map((level) => JSON.stringify(level)))}}`);
  const familyLines = families.map((family) => `{"name": ${JSON.stringify(family.name)}, "roles": ${block('      ', roles(family))}}`);
  return `{
  "label": ${JSON.stringify(label)},
  "scale": ${JSON.stringify(scale)},
  "families": ${block('    ', familyLines)},
  "skills": ${block('    ', skills.map((skill) => JSON.stringify(skill)))}
}
`;
}

const { order } = JSON.parse(readFileSync(join(folder, 'it-operations-seniority.json'), 'utf8')) as { order: Record<string, string[]> };
const text = write(catalogueOf(readFacts(), order));
writeFileSync(target, text);
console.log(`${target}: ${text.length} characters`);

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countFacts } from '#app/domain/framework/count-facts.ts';
import { nameKey } from '#app/domain/framework/name-key.ts';
import { loadCatalogue } from './load-catalogue.ts';

const { label, facts } = loadCatalogue();
const written = JSON.parse(readFileSync(new URL('./catalogue.json', import.meta.url), 'utf8')) as unknown;

/** Every string of a JSON value, names of fields included. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  return value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => [key, ...stringsOf(inner)]) : [];
}

function roleLevel(roleName: string, levelName: string) {
  return facts.roles.find(({ name }) => name === roleName)?.roleLevels.find(({ name }) => name === levelName);
}

describe('the bundled catalogue', () => {
  it('holds the whole framework of September 2025 by its names and numbers', () => {
    expect(label).toBe('September 2025');
    expect(countFacts(facts)).toEqual({
      families: 8,
      roles: 52,
      roleLevels: 201,
      skills: 188,
      expectations: 1781,
      statements: 155,
      undefinedLevels: 60,
    });
  });

  it('holds names and no sentences', () => {
    const strings = stringsOf(written);
    expect(strings.length).toBeGreaterThan(2000);
    expect(strings.filter((text) => text.split(' ').length > 11 || text.length > 90)).toEqual([]);
    expect(strings.filter((text) => /[.:;\n]/.test(text) || /\byou\b/i.test(text))).toEqual([]);
  });

  it('takes every statement and description from our own summaries', () => {
    const summaries = readFileSync(new URL('./it-operations-summaries.json', import.meta.url), 'utf8');
    const levels = facts.skills.flatMap((skill) => skill.levels.map((level) => ({ skill: skill.name, ...level })));
    const worded = levels.filter(({ statements }) => statements.length > 0);
    expect(new Set(worded.map(({ skill }) => skill)).size).toBe(27);
    expect(worded.filter(({ wordingSource, defined }) => wordingSource !== 'ours' || !defined)).toEqual([]);
    expect(levels.filter((level) => level.statements.length === 0 && level.wordingSource !== null)).toEqual([]);
    const texts = [...worded.flatMap(({ statements }) => statements), ...facts.skills.flatMap(({ description }) => description ?? [])];
    expect(texts.filter((text) => !summaries.includes(JSON.stringify(text)))).toEqual([]);
    const descriptions = [...facts.roles, ...facts.roles.flatMap((role) => role.roleLevels)].map(({ description }) => description);
    expect(new Set(descriptions)).toEqual(new Set([null]));
  });

  it('leaves undefined what the framework does not define', () => {
    const undefinedLevels = (name: string) =>
      facts.skills.find((skill) => skill.name === name)?.levels.filter(({ defined }) => !defined).map(({ ordinal }) => ordinal);
    expect(undefinedLevels('Continuity management')).toEqual([3, 4]);
    expect(undefinedLevels('Ownership and initiative')).toEqual([4]);
    expect(undefinedLevels('Problem management')).toEqual([]);
  });

  it('expects only skills that it has, at levels of its scale that are defined', () => {
    const skills = new Map(facts.skills.map((skill) => [nameKey(skill.name), skill]));
    const expectations = facts.roles.flatMap((role) => role.roleLevels.flatMap((level) => level.expectations));
    const faulty = expectations.filter(({ skillName, expectedLevel }) => {
      const level = skills.get(nameKey(skillName))?.levels.find(({ ordinal }) => ordinal === expectedLevel);
      return level?.defined !== true;
    });
    expect(faulty).toEqual([]);
  });

  it('states the order of seniority of the IT operations roles, and of no other', () => {
    const stated = facts.roles.filter((role) => role.roleLevels.some(({ seniority }) => seniority !== null));
    expect(stated).toHaveLength(12);
    expect(new Set(stated.map(({ familyName }) => familyName))).toEqual(new Set(['IT operations']));
    for (const { roleLevels } of stated) {
      expect(roleLevels.map(({ seniority }) => seniority)).toEqual(roleLevels.map((_, index) => index + 1));
    }
    expect(roleLevel('Service desk manager', 'Head of service desk')?.seniority).toBe(4);
  });

  it('gives the grades that the role pages give', () => {
    const graded = facts.roles.flatMap((role) =>
      role.roleLevels.flatMap(({ name, grades }) => (grades === null ? [] : [[name, grades.join(' and ')]])),
    );
    expect(Object.fromEntries(graded)).toEqual({
      'Incident manager': 'EO and HEO',
      'Major incident manager': 'SEO and G7',
      'IT service analyst': 'EO and HEO',
      'IT service manager': 'HEO and SEO',
      'Senior IT service manager': 'SEO and G7',
      'Head of IT service management': 'G7 and G6',
      'Service desk analyst': 'AO and EO',
      'Senior service desk analyst': 'EO and HEO',
      'Service desk manager': 'HEO and SEO',
      'Head of service desk': 'SEO and G7',
    });
  });

  it('never takes the words NOT IN USE for a role level', () => {
    expect(stringsOf(written).filter((text) => /not in use/i.test(text))).toEqual([]);
    expect(facts.roles.filter(({ roleLevels }) => roleLevels.length === 0)).toHaveLength(4);
  });
});

import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countFacts } from '#app/domain/framework/count-facts.ts';
import { factsFingerprint } from '#app/domain/framework/facts-fingerprint.ts';
import type { ImportReading } from '#app/domain/framework/framework-facts.ts';
import { inferSeniority } from '#app/domain/framework/infer-seniority.ts';
import { mergeFacts } from '#app/domain/framework/merging/merge-facts.ts';
import { readJobDescription } from '#app/domain/framework/reading/pages/read-job-description.ts';
import { readRolePage } from '#app/domain/framework/reading/pages/read-role-page.ts';
import { readRolesCsv } from '#app/domain/framework/reading/tables/read-roles-csv.ts';
import { readSkillsCsv } from '#app/domain/framework/reading/tables/read-skills-csv.ts';
import { readDocumentKind } from './read-document-kind.ts';

/**
 * Reads the real source documents where they stand beside the repository (they are not ours to copy into it), and a
 * made-up set with the same oddities elsewhere. The same things are asserted of both.
 */
const official = {
  folder: new URL('../../../../../shared/framework/', import.meta.url),
  seniority: 'it-operations-seniority.json',
  pages: ['role-pages/incident-manager.txt', 'role-pages/it-service-manager.txt'],
  job: { file: 'service-manager-job-description.md', role: 'Service manager', grades: ['SCS1'], areas: 11 },
  counts: { families: 8, roles: 52, roleLevels: 201, skills: 188, expectations: 1781 },
  undefinedLevels: 60,
  withoutDescription: 41,
  surplusRows: 16,
  rolesWithoutLevel: 4,
  trimmed: 'End user computing engineer',
  undefinedOf: {
    'Continuity management': [3, 4],
    'Coding and scripting': [3, 4],
    'Incident management': [4],
    'Continual service improvement': [4],
    'Ownership and initiative': [4],
    'Problem management': [],
  } as Record<string, number[]>,
  grades: { 'Incident manager': ['EO', 'HEO'], 'Major incident manager': ['SEO', 'G7'], 'Head of IT service management': ['G7', 'G6'] } as Record<string, string[]>,
  conflict: /Level 2 of "Problem management".*incident-manager\.txt/,
  dates: ['2020-01-07', '2024-11-30'],
};
const madeUp: typeof official = {
  folder: new URL('../../../../tests/fixtures/framework/', import.meta.url),
  seniority: 'seniority.json',
  pages: ['tide-analyst.txt', 'harbour-keeper.txt'],
  job: { file: 'lighthouse-manager.md', role: 'Lighthouse manager', grades: ['G7'], areas: 3 },
  counts: { families: 2, roles: 4, roleLevels: 7, skills: 7, expectations: 23 },
  undefinedLevels: 3,
  withoutDescription: 2,
  surplusRows: 3,
  rolesWithoutLevel: 1,
  trimmed: 'Harbour keeper',
  undefinedOf: { 'Night watch': [3, 4], 'Kite handling': [4], 'Wind strategy': [] },
  grades: { 'Harbour keeper': ['EO', 'HEO'], 'Lead harbour keeper': ['G7', 'SCS1'], 'Senior tide analyst': ['SEO'] },
  conflict: /Level 2 of "Reading tides".*tide-analyst\.txt/,
  dates: ['2019-02-01', '2024-03-03'],
};
const hasOfficial = existsSync(official.folder);
const sets = hasOfficial ? { official, madeUp } : { madeUp };

function accepted(reading: ImportReading) {
  if (!reading.ok) throw new Error(reading.refusals.map((refusal) => refusal.message).join('\n'));
  return reading;
}

function load(set: typeof official) {
  const text = (file: string) => readFileSync(new URL(file, set.folder), 'utf8');
  const rows = (file: string) => parse(text(file), { bom: true });
  const roles = accepted(readRolesCsv(rows('roles.csv'), 'roles.csv'));
  const skills = accepted(readSkillsCsv(rows('skills.csv'), 'skills.csv'));
  const pages = set.pages.map((file) => accepted(readRolePage(text(file), file)));
  const readings = [
    { file: 'roles.csv', ...roles },
    { file: 'skills.csv', ...skills },
    ...pages.map((page, index) => ({ file: set.pages[index] ?? '', ...page })),
  ];
  return { text, roles, skills, pages, readings };
}

it('has the official documents beside the repository wherever the continuous checks run', () => {
  const missing = process.env.CI === 'true' && !hasOfficial;
  expect(missing, `The source documents are missing: put them into ${official.folder.pathname}`).toBe(false);
});

describe.each(Object.entries(sets))('the %s documents', (_name, set) => {
  const { text, roles, skills, pages, readings } = load(set);

  it('are told apart by what they hold, whatever they are called', () => {
    const kinds = ['roles.csv', 'skills.csv', ...set.pages, set.job.file].map((file) => readDocumentKind('upload', text(file)));
    expect(kinds.map((kind) => kind.ok && kind.kind)).toEqual(['roles-csv', 'skills-csv', 'role-page', 'role-page', 'job-description']);
  });

  it('give the families, roles, role levels, skills and expectations that were counted', () => {
    expect(countFacts(roles.facts)).toMatchObject(set.counts);
    expect(skills.facts.skills.length).toBe(set.counts.skills);
    expect(skills.facts.skills.map((skill) => skill.name)).toEqual(roles.facts.skills.map((skill) => skill.name));
  });

  it('leave the undefined levels undefined, and no role expects one', () => {
    expect(countFacts(skills.facts).undefinedLevels).toBe(set.undefinedLevels);
    for (const [name, ordinals] of Object.entries(set.undefinedOf)) {
      const levels = skills.facts.skills.find((skill) => skill.name === name)?.levels ?? [];
      expect(levels.filter((level) => !level.defined).map((level) => level.ordinal), name).toEqual(ordinals);
    }
    const merged = mergeFacts(null, readings);
    expect(merged.notices.filter((notice) => notice.kind === 'undefined-level')).toEqual([]);
  });

  it('have their oddities noticed: surplus rows, no description, no such level, names to clean', () => {
    const count = (reading: typeof roles, kind: string) => reading.notices.filter((notice) => notice.kind === kind).length;
    expect(count(roles, 'duplicate-row')).toBe(set.surplusRows);
    expect(count(skills, 'missing-description')).toBe(set.withoutDescription);
    expect(skills.facts.skills.filter((skill) => skill.description === null).length).toBe(set.withoutDescription);
    expect(count(roles, 'no-such-level')).toBe(set.rolesWithoutLevel);
    expect(roles.facts.roles.filter((role) => role.roleLevels.length === 0).length).toBe(set.rolesWithoutLevel);
    expect(roles.notices.some((notice) => notice.kind === 'cleaned-name' && notice.message.includes(`"${set.trimmed}"`))).toBe(true);
    expect(JSON.stringify([roles.facts, skills.facts])).not.toMatch(/[\u00a0\u200b\u2028\ufeff]/);
  });

  it('agree on every expected level that a role page and the table share', () => {
    const table = new Map(roles.facts.roles.flatMap((role) => role.roleLevels.map((level) => [`${role.name}/${level.name}`, level.expectations])));
    for (const role of pages.flatMap((page) => page.facts.roles)) {
      for (const level of role.roleLevels) expect(level.expectations).toHaveLength(table.get(`${role.name}/${level.name}`)?.length ?? -1);
      for (const level of role.roleLevels) expect(new Set(level.expectations)).toEqual(new Set(table.get(`${role.name}/${level.name}`)));
    }
    expect(pages.flatMap((page) => page.notices)).toEqual([]);
  });

  it('give grades and dates by their pages', () => {
    const levels = pages.flatMap((page) => page.facts.roles.flatMap((role) => role.roleLevels));
    for (const [name, grades] of Object.entries(set.grades)) expect(levels.find((level) => level.name === name)?.grades, name).toEqual(grades);
    expect(pages.map((page) => page.facts.skills[0]?.levels[0]?.wordingDate)).toEqual(set.dates);
  });

  it('merge into one set of facts, in any order, and merging again changes nothing', () => {
    const merged = mergeFacts(null, readings);
    const unchanged = factsFingerprint(merged.facts);
    expect(merged.refusals).toEqual([]);
    expect(countFacts(merged.facts)).toMatchObject(set.counts);
    expect(merged.notices.filter((notice) => notice.kind === 'wording-conflict').some((notice) => set.conflict.test(notice.message))).toBe(true);
    expect(factsFingerprint(mergeFacts(null, [...readings].reverse()).facts) === unchanged).toBe(true);
    for (const again of [readings, ...readings.map((reading) => [reading])]) {
      expect(factsFingerprint(mergeFacts(merged.facts, again).facts) === unchanged, again.map((reading) => reading.file).join(', ')).toBe(true);
    }
  });

  it('have an order of seniority that the expected levels and names give away, for every role whose order is known', () => {
    const known: Record<string, string[]> = JSON.parse(text(set.seniority)).order;
    const guessed = Object.keys(known).map((name) => {
      const role = roles.facts.roles.find((candidate) => candidate.name === name);
      return [name, inferSeniority(role?.roleLevels ?? []).map((level) => level.name)];
    });
    expect(Object.fromEntries(guessed)).toEqual(known);
  });

  it('turn the job description into a framework of its own that expects the essential step everywhere', () => {
    const { facts } = accepted(readJobDescription(text(set.job.file), set.job.file));
    const [role] = facts.roles;
    expect(facts.roles).toHaveLength(1);
    expect(role?.name).toBe(set.job.role);
    expect(role?.roleLevels.map((level) => [level.name, level.seniority, level.grades])).toEqual([[set.job.role, 1, set.job.grades]]);
    expect(role?.roleLevels[0]?.expectations.map((expectation) => expectation.expectedLevel)).toEqual(Array(set.job.areas).fill(1));
    expect(facts.skills).toHaveLength(set.job.areas);
    expect(facts.skills.every((skill) => (skill.levels[0]?.statements.length ?? 0) > 0)).toBe(true);
    expect(facts.skills.flatMap((skill) => skill.levels).filter((level) => !level.defined)).toHaveLength(1);
  });
});

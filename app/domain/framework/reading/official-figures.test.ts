import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FrameworkFacts, ImportReading, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { readRolesCsv } from './tables/read-roles-csv.ts';
import { readSkillsCsv } from './tables/read-skills-csv.ts';

/** What was counted on the documents by other means, besides what official-files.test.ts holds them to. */
const official = {
  folder: new URL('../../../../../shared/framework/', import.meta.url),
  seniority: 'it-operations-seniority.json',
  rows: 1825,
  hasByteOrderMark: false,
  duplicated: { keys: 13, surplus: 16 },
  namesWithCommas: 10,
  withInvisible: 3,
  /** By the rows of roles.csv, and by the last column of skills.csv, which names one role more. */
  shared: { byRows: 82, byColumn: 83 },
  levelsInOrder: { roles: 12, roleLevels: 46, pairs: 34 },
  steps: { '+1': 219, same: 161, '+2': 3, lower: 2, dropped: 2, added: 32 } as Record<string, number>,
  expectedOf: { 'Continuity management': 5 } as Record<string, number>,
  neverOf: [
    ['IT service manager', 'Continuity management'],
    ['Service desk manager', 'Continuity management'],
    ['IT service manager', 'Problem management'],
  ],
  notHeldAtTheTop: [['IT service manager', 'Service focus']],
};
const madeUp: typeof official = {
  folder: new URL('../../../../tests/fixtures/framework/', import.meta.url),
  seniority: 'seniority.json',
  rows: 27,
  hasByteOrderMark: true,
  duplicated: { keys: 2, surplus: 3 },
  namesWithCommas: 1,
  withInvisible: 2,
  shared: { byRows: 4, byColumn: 4 },
  levelsInOrder: { roles: 3, roleLevels: 7, pairs: 4 },
  steps: { '+1': 8, same: 1, '+2': 4, dropped: 1, added: 1 },
  expectedOf: {},
  neverOf: [],
  notHeldAtTheTop: [],
};
const sets = existsSync(official.folder) ? { official, madeUp } : { madeUp };

function facts(reading: ImportReading) {
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusals));
  return reading;
}

/** From each role level to the next one up: how every expected level goes on. */
function stepsUp(levels: readonly RoleLevelFacts[]): string[] {
  return levels.slice(1).flatMap((above, at) => {
    const expected = (level: RoleLevelFacts | undefined) => new Map(level?.expectations.map(({ skillName, expectedLevel }) => [skillName, expectedLevel]));
    const [from, to] = [expected(levels[at]), expected(above)];
    return [...new Set([...from.keys(), ...to.keys()])].map((name) => {
      const [before, after] = [from.get(name), to.get(name)];
      if (before === undefined) return 'added';
      if (after === undefined) return 'dropped';
      return after === before ? 'same' : after < before ? 'lower' : `+${after - before}`;
    });
  });
}

const tally = (words: readonly string[]) => Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((one) => one === word).length]));

describe.each(Object.entries(sets))('the figures of the %s documents', (_name, set) => {
  const text = (file: string) => readFileSync(new URL(file, set.folder), 'utf8');
  const rows = parse(text('roles.csv'), { bom: true });
  const [roles, skills] = [facts(readRolesCsv(rows, 'roles.csv')), facts(readSkillsCsv(parse(text('skills.csv'), { bom: true }), 'skills.csv'))];
  const order: Record<string, string[]> = JSON.parse(text(set.seniority)).order;
  const roleOf = (name: string, of: FrameworkFacts = roles.facts) => of.roles.find((role) => role.name === name);
  const inOrder = Object.entries(order).map(([name, levels]) => levels.map((level) => roleOf(name)!.roleLevels.find((one) => one.name === level)!));
  const rolesExpecting = (skillName: string) => roles.facts.roles.filter(({ roleLevels }) => roleLevels.some(({ expectations }) => expectations.some((one) => one.skillName === skillName)));

  it('hold for rows, a byte-order mark, exact duplicates and names with commas', () => {
    expect(rows.length - 1).toBe(set.rows);
    expect(text('roles.csv').startsWith('\ufeff')).toBe(set.hasByteOrderMark);
    const duplicates = roles.notices.filter(({ kind }) => kind === 'duplicate-row').map(({ row }) => rows[(row ?? 0) - 1]!.map((cell) => cell.trim()).join('\t'));
    expect([new Set(duplicates).size, duplicates.length]).toEqual([set.duplicated.keys, set.duplicated.surplus]);
    expect(skills.facts.skills.filter(({ name }) => name.includes(','))).toHaveLength(set.namesWithCommas);
  });

  it('hold for skills whose texts carry invisible characters, each told by its row', () => {
    const invisible = /[\u00a0\u200b-\u200d\u2028\u2060]/;
    const table: string[][] = parse(text('skills.csv'), { bom: true });
    const carrying = table.flatMap((row, at) => (row.some((cell) => invisible.test(cell)) ? [at + 1] : []));
    expect(carrying).toHaveLength(set.withInvisible);
    expect(skills.notices.filter(({ kind }) => kind === 'cleaned-name').map(({ row }) => row)).toEqual(expect.arrayContaining(carrying));
  });

  it('hold for skills that more than one role shares, with those listed for a role that has no level in use', () => {
    const listing = (name: string) => roles.facts.roles.filter(({ skillsWithoutLevel }) => skillsWithoutLevel?.includes(name));
    expect(roles.facts.skills.filter(({ name }) => rolesExpecting(name).length + listing(name).length > 1)).toHaveLength(set.shared.byRows);
    expect(skills.facts.skills.filter(({ requiredBy }) => requiredBy?.includes(', '))).toHaveLength(set.shared.byColumn);
  });

  it('hold for the alphabetical role levels of the download, whose order of seniority it does not give', () => {
    expect(inOrder).toHaveLength(set.levelsInOrder.roles);
    expect(inOrder.flat()).toHaveLength(set.levelsInOrder.roleLevels);
    for (const { roleLevels } of roles.facts.roles) {
      expect(roleLevels.map(({ name }) => name.toLowerCase())).toEqual(roleLevels.map(({ name }) => name.toLowerCase()).sort());
      expect(roleLevels.every(({ seniority, grades }) => seniority === null && grades === null)).toBe(true);
    }
    expect(inOrder.some((levels) => levels.map(({ name }) => name).join() !== levels.map(({ name }) => name).sort().join())).toBe(true);
  });

  it('hold for expectations that do not simply rise from one role level to the next', () => {
    expect(inOrder.flatMap((levels) => levels.slice(1))).toHaveLength(set.levelsInOrder.pairs);
    expect(tally(inOrder.flatMap(stepsUp))).toEqual(set.steps);
    for (const [roleName = '', skillName] of set.notHeldAtTheTop) {
      expect(inOrder[Object.keys(order).indexOf(roleName)]!.at(-1)!.expectations.map((one) => one.skillName), roleName).not.toContain(skillName);
    }
  });

  it('hold for the blind spots that the expectations leave by construction', () => {
    const operations = Object.keys(order);
    const expecting = (skillName: string) => rolesExpecting(skillName).filter(({ name }) => operations.includes(name));
    for (const [skillName, count] of Object.entries<number>(set.expectedOf)) expect(expecting(skillName), skillName).toHaveLength(count);
    for (const [roleName, skillName = ''] of set.neverOf) expect(expecting(skillName).map(({ name }) => name), skillName).not.toContain(roleName);
  });
});

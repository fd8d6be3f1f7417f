import { parse } from 'csv-parse/sync';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countFacts } from '#app/domain/framework/count-facts.ts';
import { factsFingerprint } from '#app/domain/framework/facts-fingerprint.ts';
import type { FrameworkFacts, ImportReading } from '#app/domain/framework/framework-facts.ts';
import type { MergeReading } from '#app/domain/framework/merging/rank-readings.ts';
import { readRolePage } from '#app/domain/framework/reading/pages/read-role-page.ts';
import { readRolesCsv } from '#app/domain/framework/reading/tables/read-roles-csv.ts';
import { readSkillsCsv } from '#app/domain/framework/reading/tables/read-skills-csv.ts';
import { loadCatalogue } from '#db/seed/framework/load-catalogue.ts';
import { madeUpRelease, officialRolesCsv, officialSkillsCsv } from '#tests/fixtures/made-up-release.ts';
import { planRelease } from './plan-release.ts';
import type { ReleaseChoice } from './release-item.ts';
import type { ReleasePlan } from './release-plan.ts';

/** The real documents stand beside the repository where they may; without them the bundled catalogue alone is tried. */
const official = new URL('../../../../../shared/framework/', import.meta.url);
const hasOfficial = existsSync(official);

const read = (file: string, reading: ImportReading): MergeReading => {
  if (!reading.ok) throw new Error(JSON.stringify(reading.refusals));
  return { file, kind: reading.kind, facts: reading.facts };
};
const downloads = (roles: string, skills: string) => [
  read('roles.csv', readRolesCsv(parse(roles, { bom: true }), 'roles.csv')),
  read('skills.csv', readSkillsCsv(parse(skills, { bom: true }), 'skills.csv')),
];
const officialText = (file: string) => readFileSync(new URL(file, official), 'utf8');
const officialReadings = () => [
  ...downloads(officialText('roles.csv'), officialText('skills.csv')),
  ...['incident-manager.txt', 'it-service-manager.txt'].map((file) => read(file, readRolePage(officialText(`role-pages/${file}`), file))),
];
const plan = (base: FrameworkFacts | null, readings: MergeReading[], more: Partial<Parameters<typeof planRelease>[0]> = {}): ReleasePlan =>
  planRelease({ base, readings, changeNotes: [], decisions: new Map(), ...more });

const catalogue = loadCatalogue().facts;
const withWording: Record<string, FrameworkFacts> = hasOfficial ? { 'the bundled catalogue': catalogue, 'the official files': plan(catalogue, officialReadings()).facts } : { 'the bundled catalogue': catalogue };

describe.each(Object.entries(withWording))('the made-up next release over %s', (_name, base) => {
  const release = madeUpRelease(base);
  const readings = downloads(release.rolesCsv, release.skillsCsv);
  const { expected, changeNotes } = release;
  const result = plan(base, readings, { changeNotes });
  const items = (...kinds: string[]) => result.items.filter(({ kind }) => kinds.includes(kind));

  it('is taken apart right in every item, and nothing else is reported', () => {
    expect(items('renamed').map(({ part, before, after, proposal }) => [part, before, after, proposal])).toEqual(expected.renamed.map(({ before, after }) => ['skill', [before], [after], 'accept']));
    expect(items('merged').map(({ before, after, proposal }) => [before, after, proposal])).toEqual([[expected.merged.before, [expected.merged.after], 'carry-first']]);
    expect(items('word-replaced').map(({ before, after, proposal }) => [before, after, proposal])).toEqual([[[expected.wordReplaced.before], [expected.wordReplaced.after], 'keep-name']]);
    expect(items('gone').map(({ part, before, choices }) => [part, before, choices])).toEqual([['role', [expected.goneRole], ['accept', 'keep']]]);
    expect(items('level-added').map(({ roleName, after, asks }) => [roleName, after, asks])).toEqual([[expected.levelAdded.roleName, [expected.levelAdded.name], false]]);
    const moved = items('expectation-moved', 'expectation-added', 'expectation-gone').map(({ roleName, before, detail: { skillName, levelBefore, levelAfter } }) => ({ roleName, roleLevelName: before[0], skillName, levelBefore, levelAfter }));
    expect(moved).toEqual(expected.moved);
    expect(items('wording').map(({ before }) => before[0]).sort()).toEqual([...expected.reworded].sort());
    expect(result.items).toHaveLength(2 + 1 + 1 + 1 + 1 + 3 + expected.reworded.length);
  });

  it('asks for five decisions, says what speaks for each, and does not take the rename for a removal', () => {
    expect(result.undecided).toHaveLength(5);
    expect(result.items.slice(0, 5).map(({ key }) => key).sort()).toEqual([...result.undecided].sort());
    const evidence = (name: string) => result.items.find(({ before }) => before[0] === name)?.evidence.join(' ') ?? '';
    expect(evidence(expected.renamed[0]!.before)).toMatch(/change note of 4 December 2025/);
    expect(evidence(expected.renamed[1]!.before)).toMatch(/No change note says so.*lines of wording are the same.*role levels expect both/);
    expect(result.moves.renamed.map(({ from, to }) => [from, to]).sort()).toEqual(expected.renamed.map(({ before, after }) => [before, after]).sort());
    expect(result.meaningChanged).toEqual([]);
  });

  it('carries grades and the order of seniority over, and places the new role level', () => {
    const role = result.facts.roles.find(({ name }) => name === expected.levelAdded.roleName);
    expect(role?.roleLevels.map(({ name, seniority, grades }) => [name, seniority, grades])).toEqual([
      ['Incident analyst', null, null],
      ['Incident manager', 2, ['EO', 'HEO']],
      ['Major incident manager', 3, ['SEO', 'G7']],
    ]);
  });

  it('has nothing more to say once it is published as decided', () => {
    const decisions = new Map(result.items.filter(({ asks }) => asks).map(({ key, proposal }) => [key, proposal === 'keep-name' ? 'accept' : proposal!]));
    const published = plan(base, readings, { changeNotes, decisions });
    expect(published.undecided).toEqual([]);
    const again = plan(published.facts, readings, { changeNotes });
    expect(again.items).toEqual([]);
    expect(factsFingerprint(again.facts)).toBe(factsFingerprint(published.facts));
  });

  it('counts the levels of both merged skills where that is decided, and leaves none of it out where it is not a merger', () => {
    const { key } = items('merged')[0]!;
    const decided = (choice: ReleaseChoice) => plan(base, readings, { changeNotes, decisions: new Map([[key, choice]]) });
    expect(result.moves.succeeded).toEqual([]);
    expect(decided('carry-all').moves.succeeded).toEqual([{ from: expected.merged.before[1], to: expected.merged.after }]);
    const apart = decided('separate');
    expect(apart.items.filter(({ kind, part }) => kind === 'gone' && part === 'skill').map(({ before }) => before)).toEqual([[expected.merged.before[1]]]);
    expect(apart.items.map((item) => item.key)).toContain(key);
  });
});

const named = downloads(officialRolesCsv(catalogue), officialSkillsCsv(catalogue));
const documents: Record<string, MergeReading[]> = hasOfficial ? { 'files of names only': named, 'the official files': officialReadings() } : { 'files of names only': named };

describe.each(Object.entries(documents))('%s', (_name, readings) => {
  it('laid over the bundled catalogue ask nothing and lose nothing', () => {
    const { items, facts, undecided, moves } = plan(catalogue, readings);
    expect(undecided).toEqual([]);
    expect(moves).toEqual({ renamed: [], succeeded: [] });
    expect(items.filter(({ kind }) => kind !== 'wording' && kind !== 'description-repaired')).toEqual([]);
    expect(items.filter(({ kind, evidence }) => kind === 'wording' && !/first time/.test(evidence[0] ?? ''))).toEqual([]);
    const { statements: _, ...counted } = countFacts(catalogue);
    expect(countFacts(facts)).toMatchObject(counted);
    const stated = (state: FrameworkFacts) => state.roles.flatMap((role) => role.roleLevels.flatMap(({ name, seniority, grades }) => (seniority === null ? [] : [JSON.stringify([role.name, name, seniority, grades])]))).sort();
    expect(stated(facts)).toEqual(stated(catalogue));
  });

  it('given twice, whole or one by one, change nothing', () => {
    const { facts } = plan(catalogue, readings);
    for (const again of [readings, ...readings.map((reading) => [reading])]) {
      const result = plan(facts, again);
      expect(result.items).toEqual([]);
      expect(factsFingerprint(result.facts) === factsFingerprint(facts), again.map(({ file }) => file).join(', ')).toBe(true);
    }
  });
});

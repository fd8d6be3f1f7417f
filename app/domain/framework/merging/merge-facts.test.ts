import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsFingerprint } from '#app/domain/framework/facts-fingerprint.ts';
import type { FrameworkFacts, RoleLevelFacts, SkillLevelFacts } from '#app/domain/framework/framework-facts.ts';
import { officialScale } from '#app/domain/framework/framework-scales.ts';
import { inferSeniority } from '#app/domain/framework/infer-seniority.ts';
import { orderRoleLevels } from '#app/domain/framework/order-role-levels.ts';
import { mergeFacts } from './merge-facts.ts';
import type { MergeReading } from './rank-readings.ts';

const level = (ordinal: number, wordingSource: SkillLevelFacts['wordingSource'], statement: string, wordingDate: string | null = null): SkillLevelFacts => ({
  ordinal,
  defined: true,
  statements: [statement],
  wordingSource,
  wordingDate,
});
const roleLevel = (name: string, expected: Record<string, number>, more: Partial<RoleLevelFacts> = {}): RoleLevelFacts => ({
  name,
  description: null,
  seniority: null,
  grades: null,
  expectations: Object.entries(expected).map(([skillName, expectedLevel]) => ({ skillName, expectedLevel })),
  ...more,
});
const facts = (roleLevels: RoleLevelFacts[], levels: SkillLevelFacts[] = [], scale = [...officialScale]): FrameworkFacts => ({
  scale,
  families: [],
  roles: [{ familyName: null, name: 'Keeper', description: null, roleLevels }],
  skills: [{ name: 'Rope', description: null, levels }, { name: 'Tide', description: null, levels: [] }],
});
const reading = (file: string, kind: MergeReading['kind'], said: FrameworkFacts): MergeReading => ({ file, kind, facts: said });
const roleLevels = (merged: FrameworkFacts) => merged.roles[0]?.roleLevels ?? [];

describe('merging', () => {
  it('replaces what a document covers and keeps what none mentions', () => {
    const base = facts([roleLevel('Keeper', { Rope: 1, Tide: 1 }, { seniority: 1, grades: ['EO'] }), roleLevel('Lead keeper', { Rope: 4 }, { seniority: 2 })]);
    const { facts: merged, notices } = mergeFacts(base, [reading('page.txt', 'role-page', facts([roleLevel('Keeper', { Rope: 2 })]))]);
    expect(roleLevels(merged)).toMatchObject([
      { name: 'Keeper', seniority: 1, grades: ['EO'], expectations: [{ skillName: 'Rope', expectedLevel: 2 }] },
      { name: 'Lead keeper', seniority: 2, expectations: [{ skillName: 'Rope', expectedLevel: 4 }] },
    ]);
    expect(notices.map((notice) => notice.kind)).toEqual(['kept-absent']);
  });

  it('refuses documents that contradict each other on an expected level, naming both, and leaves the base alone', () => {
    const base = facts([roleLevel('Keeper', { Rope: 1 }, { seniority: 1 })]);
    const result = mergeFacts(base, [reading('a.csv', 'roles-csv', facts([roleLevel('Keeper', { Rope: 2 })])), reading('b.txt', 'role-page', facts([roleLevel('Keeper', { Rope: 3 })]))]);
    expect(result.refusals.map((refusal) => refusal.message).join()).toMatch(/"Keeper" expects "Rope" at level 2 in a\.csv and at level 3 in b\.txt/);
    expect(factsFingerprint(result.facts)).toBe(factsFingerprint(base));
  });

  it('notices a skill that only one of two documents expects, and follows the stronger one', () => {
    const result = mergeFacts(null, [reading('b.txt', 'role-page', facts([roleLevel('Keeper', { Rope: 2, Tide: 1 })])), reading('a.csv', 'roles-csv', facts([roleLevel('Keeper', { Rope: 2 })]))]);
    expect(roleLevels(result.facts)[0]?.expectations).toEqual([{ skillName: 'Rope', expectedLevel: 2 }]);
    expect(result.notices.map((notice) => notice.kind)).toContain('expectation-conflict');
  });

  it('lets the stronger source word a level, then the later date, then the later file; never our own over an official one', () => {
    const word = (base: SkillLevelFacts | null, ...said: [string, MergeReading['kind'], SkillLevelFacts][]) =>
      mergeFacts(base === null ? null : facts([], [base]), said.map(([file, kind, one]) => reading(file, kind, facts([], [one])))).facts.skills[0]?.levels[0]?.statements[0];
    expect(word(null, ['p', 'role-page', level(1, 'role-page', 'page', '2030-01-01')], ['r', 'roles-csv', level(1, 'roles-csv', 'roles')], ['s', 'skills-csv', level(1, 'skills-csv', 'skills')])).toBe('skills');
    expect(word(null, ['b', 'role-page', level(1, 'role-page', 'old', '2020-01-01')], ['a', 'role-page', level(1, 'role-page', 'new', '2024-01-01')])).toBe('new');
    expect(word(null, ['a', 'role-page', level(1, 'role-page', 'first')], ['b', 'role-page', level(1, 'role-page', 'later')])).toBe('later');
    expect(word(level(1, 'ours', 'ours'), ['p', 'role-page', level(1, 'role-page', 'page')])).toBe('page');
    expect(word(level(1, 'skills-csv', 'adopted'), ['p', 'role-page', level(1, 'role-page', 'page', '2030-01-01')])).toBe('adopted');
    expect(word(level(1, 'skills-csv', 'adopted'), ['s', 'skills-csv', level(1, 'skills-csv', 'release')])).toBe('release');
    expect(word(level(1, 'ours', 'ours'), ['p', 'role-page', { ...level(1, null, ''), statements: [] }])).toBe('ours');
  });

  it('notices a conflict of official wording with both sources, and none with our own', () => {
    const said = [reading('p.txt', 'role-page', facts([], [level(2, 'role-page', 'one')])), reading('s.csv', 'skills-csv', facts([], [level(2, 'skills-csv', 'other')]))];
    expect(mergeFacts(null, said).notices).toMatchObject([{ kind: 'wording-conflict', message: expect.stringMatching(/Level 2 of "Rope".*s\.csv.*p\.txt/) }]);
    expect(mergeFacts(facts([], [level(2, 'ours', 'mine')]), said.slice(1)).notices).toEqual([]);
  });

  it('refuses frameworks with different scales', () => {
    const other = facts([], [], [{ ordinal: 1, name: 'Essential' }]);
    expect(mergeFacts(facts([]), [reading('job.md', 'job-description', other)]).refusals[0]?.message).toMatch(/job\.md uses the levels Essential/);
  });

  it('gives the same in any order of the documents, and nothing new the second time', () => {
    const gradeLists: (string[] | null)[] = [null, ['EO'], ['HEO', 'EO']];
    const names = fc.constantFrom('Keeper', 'keeper ', 'Lead keeper', 'Junior keeper', 'Chief keeper');
    const arbitraryLevel = fc.record({ ordinal: fc.constantFrom(1, 2), statement: fc.constantFrom('tie', 'splice', 'knot'), date: fc.constantFrom(null, '2020-01-01', '2024-01-01') });
    const arbitraryReading = fc.record({
      kind: fc.constantFrom('roles-csv', 'skills-csv', 'role-page'),
      levels: fc.uniqueArray(fc.record({ name: names, rope: fc.constantFrom(0, 2), tide: fc.constantFrom(0, 3), grades: fc.constantFrom(...gradeLists) }), { selector: (entry) => entry.name.trim().toLowerCase() }),
      wording: fc.uniqueArray(arbitraryLevel, { selector: (entry) => entry.ordinal }),
    });
    fc.assert(
      fc.property(fc.array(arbitraryReading, { maxLength: 4 }), fc.boolean(), (drawn, hasBase) => {
        const readings = drawn.map(({ kind, levels, wording }, index) => {
          const expected = ({ rope, tide }: { rope: number; tide: number }) => ({ ...(rope === 0 ? {} : { Rope: rope }), ...(tide === 0 ? {} : { Tide: tide }) });
          const said = kind === 'skills-csv' ? [] : levels.map((one, at) => roleLevel(one.name, expected(one), kind === 'role-page' ? { grades: one.grades, seniority: at + 1 } : {}));
          return reading(`${index}.txt`, kind, facts(said, wording.map((one) => level(one.ordinal, kind, one.statement, kind === 'role-page' ? one.date : null))));
        });
        const base = hasBase ? facts([roleLevel('Lead keeper', { Rope: 4 }, { seniority: 1 }), roleLevel('Deputy', { Tide: 1 }, { seniority: 2 })], [level(1, 'ours', 'mine')]) : null;
        const once = mergeFacts(base, readings);
        expect(once.refusals).toEqual([]);
        expect(factsFingerprint(mergeFacts(base, [...readings].reverse()).facts)).toBe(factsFingerprint(once.facts));
        expect(factsFingerprint(mergeFacts(once.facts, readings).facts)).toBe(factsFingerprint(once.facts));
      }),
    );
  });
});

describe('the order of seniority', () => {
  it('is inferred from the expected levels, then from the words of the names', () => {
    const order = inferSeniority([roleLevel('Chief', { a: 3 }), roleLevel('Keeper', { a: 2 }), roleLevel('Senior keeper', { a: 2 }), roleLevel('Trainee keeper', { a: 2 })]);
    expect(order.map(({ name, seniority }) => [name, seniority])).toEqual([['Trainee keeper', 1], ['Keeper', 2], ['Senior keeper', 3], ['Chief', 4]]);
    expect(inferSeniority([])).toEqual([]);
  });

  it('follows the document, then the adopted version, and infers the rest only', () => {
    const levels = [roleLevel('A', { x: 4 }), roleLevel('B', { x: 1 }), roleLevel('C', { x: 2 }), roleLevel('D', { x: 3 })];
    const { roleLevels: ordered, inferred } = orderRoleLevels(levels, ['A', 'B'], ['A', 'C', 'B']);
    expect(ordered.map(({ name, seniority }) => `${seniority} ${name}`)).toEqual(['1 D', '2 A', '3 C', '4 B']);
    expect(inferred).toEqual(['D']);
  });
});

it('the fingerprint does not depend on the order of anything but statements', () => {
  const one = facts([roleLevel('A', { Rope: 1, Tide: 2 }, { seniority: 1, grades: ['HEO', 'EO'] }), roleLevel('B', {}, { seniority: 2 })], [level(1, 'ours', 'a'), level(2, 'ours', 'b')]);
  const other: FrameworkFacts = {
    skills: [...one.skills].reverse().map((skill) => ({ ...skill, levels: [...skill.levels].reverse() })),
    roles: one.roles.map((role) => ({ ...role, roleLevels: [...role.roleLevels].reverse().map((entry) => ({ ...entry, grades: entry.grades?.toReversed() ?? null, expectations: [...entry.expectations].reverse() })) })),
    families: [],
    scale: [...one.scale].reverse(),
  };
  expect(factsFingerprint(other)).toBe(factsFingerprint(one));
  expect(factsFingerprint(facts([]))).not.toBe(factsFingerprint(one));
});

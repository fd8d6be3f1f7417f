import { describe, expect, it } from 'vitest';
import { factsFingerprint } from '#app/domain/framework/facts-fingerprint.ts';
import type { FrameworkFacts, RoleLevelFacts } from '#app/domain/framework/framework-facts.ts';
import type { IdentityMoves } from '#app/domain/framework/release/release-item.ts';
import { frameworkFacts } from '#tests/helpers/framework-facts.ts';
import { ownSkill } from '#tests/helpers/own-skill.ts';
import { applyOwnAdditions } from './apply-own-additions.ts';
import { carryOwnAdditions } from './carry-own-additions.ts';
import type { OwnAddition } from './own-addition.ts';

const roleLevel = (name: string, expected: Record<string, number> = {}, seniority: number | null = null): RoleLevelFacts => ({
  name,
  description: null,
  seniority,
  grades: null,
  expectations: Object.entries(expected).map(([skillName, expectedLevel]) => ({ skillName, expectedLevel })),
});
const role = (facts: FrameworkFacts, name: string) => facts.roles.find((entry) => entry.name === name);
const level = (facts: FrameworkFacts, roleName: string, name: string) => role(facts, roleName)?.roleLevels.find((entry) => entry.name === name);
const skill = (facts: FrameworkFacts, name: string) => facts.skills.find((entry) => entry.name === name);
const freeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(freeze);
  return value;
};

const additions: OwnAddition[] = freeze<OwnAddition[]>([
  { id: '6', kind: 'expectation', roleName: 'Gardener', roleLevelName: 'Gardener', skillName: 'Bees', expectedLevel: 2, released: null },
  { id: '5', kind: 'grades', roleName: 'Gardener', roleLevelName: 'Head gardener', grades: ['HEO'], released: null },
  { id: '4', kind: 'statements', skillName: 'Pruning', ordinal: 2, statements: ['Prune the old pear tree.'] },
  { id: '3', kind: 'role-level', roleName: 'Gardener', after: 'Gardener', roleLevel: roleLevel('Senior gardener', { Pruning: 2, Bees: 3 }) },
  { id: '2', kind: 'role', role: { familyName: 'gardens', name: 'Bee keeper', description: 'Keeps bees.', roleLevels: [roleLevel('Bee keeper', { Bees: 1 }, 1), roleLevel('Head bee keeper', { Bees: 4 }, 2)] } },
  { id: '1', kind: 'skill', skill: ownSkill('Bees', [['See a hive.'], ['Open a hive.'], [], ['Move a swarm.']]) },
  { id: '7', kind: 'expectation', roleName: 'Gardener', roleLevelName: 'Gardener', skillName: 'Watering', expectedLevel: null, released: 1 },
]);

describe('laying own additions over a release', () => {
  const base = freeze(frameworkFacts());
  const { facts, conflicts } = applyOwnAdditions(base, additions);

  it('adds roles, role levels, skills, statements, grades and expectations, and finds nothing in their way', () => {
    expect(conflicts).toEqual([]);
    expect(role(facts, 'Bee keeper')).toMatchObject({ familyName: 'Gardens', roleLevels: [{ name: 'Bee keeper' }, { name: 'Head bee keeper' }] });
    expect(role(facts, 'Gardener')?.roleLevels.map(({ name, seniority }) => [name, seniority])).toEqual([['Gardener', 1], ['Senior gardener', 2], ['Head gardener', 3]]);
    expect(level(facts, 'Gardener', 'Gardener')?.expectations).toEqual([{ skillName: 'Pruning', expectedLevel: 2 }, { skillName: 'Bees', expectedLevel: 2 }]);
    expect(level(facts, 'Gardener', 'Head gardener')?.grades).toEqual(['HEO']);
    expect(skill(facts, 'Bees')?.levels.map(({ defined, wordingSource }) => [defined, wordingSource])).toEqual([[true, 'own'], [true, 'own'], [true, null], [true, 'own']]);
  });

  it('puts further statements after the released ones and leaves their source as it is; a level left undefined becomes our own', () => {
    expect(skill(facts, 'Pruning')?.levels[1]).toMatchObject({ statements: ['Do Pruning at step 2.', 'Prune the old pear tree.'], wordingSource: 'skills-csv' });
    const statements: OwnAddition = { id: '1', kind: 'statements', skillName: 'watering', ordinal: 4, statements: ['Flood a meadow.'] };
    expect(skill(applyOwnAdditions(base, [statements]).facts, 'Watering')?.levels[3]).toEqual({ ordinal: 4, defined: true, statements: ['Flood a meadow.'], wordingSource: 'own', wordingDate: null });
  });

  it('lets go of the cell of the download where the level says more than that', () => {
    const written = frameworkFacts();
    for (const entry of written.skills) Object.assign(entry.levels[1]!, { writtenAs: 'You will:' });
    const laid = applyOwnAdditions(written, additions).facts;
    expect(laid.skills.map(({ name, levels }) => [name, levels[1]?.writtenAs])).toEqual([['Pruning', undefined], ['Watering', 'You will:'], ['Weeding', 'You will:'], ['Bees', undefined]]);
  });

  it('changes nothing without additions, and nothing more a second time', () => {
    expect(applyOwnAdditions(base, [])).toEqual({ facts: base, conflicts: [] });
    expect(factsFingerprint(applyOwnAdditions(facts, additions).facts)).toBe(factsFingerprint(facts));
  });

  it('leaves what no addition names as the very same', () => {
    for (const name of ['Watering', 'Weeding']) expect(skill(facts, name)).toBe(skill(base, name));
    expect(level(facts, 'Gardener', 'Gardener')?.description).toBe('Keeps a garden.');
    const other = applyOwnAdditions(base, additions.filter(({ kind }) => kind === 'skill' || kind === 'role')).facts;
    expect(role(other, 'Gardener')).toBe(role(base, 'Gardener'));
  });

  it('keeps the order of several role levels that follow each other or the same one, also where the release states none', () => {
    const open = frameworkFacts();
    open.roles[0]!.roleLevels = [roleLevel('Head gardener', { Pruning: 4 }), roleLevel('Gardener', { Pruning: 1 })];
    const own = (id: string, name: string, after: string | null): OwnAddition => ({ id, kind: 'role-level', roleName: 'Gardener', after, roleLevel: roleLevel(name) });
    const laid = applyOwnAdditions(open, [own('1', 'C', 'b'), own('2', 'B', 'Gardener'), own('3', 'A', 'Gardener'), own('4', 'Apprentice', null)]).facts;
    expect(role(laid, 'Gardener')?.roleLevels.map(({ name, seniority }) => [name, seniority])).toEqual([['Apprentice', 1], ['Gardener', 2], ['A', 3], ['B', 4], ['C', 5], ['Head gardener', 6]]);
  });

  it('takes a skill that a role names without a role level off that list once a role level is to hold it', () => {
    const open = frameworkFacts();
    open.roles[0]!.skillsWithoutLevel = ['Weeding', 'Bees'];
    expect(role(applyOwnAdditions(open, additions).facts, 'Gardener')?.skillsWithoutLevel).toEqual(['Weeding']);
  });
});

describe('what clashes with a release', () => {
  const kindsOf = (base: FrameworkFacts, ...own: OwnAddition[]) => applyOwnAdditions(base, own).conflicts.map(({ additionId, kind }) => [additionId, kind]);

  it('is told where the release now has it itself: the release stands, and what the addition says more is kept', () => {
    const base = frameworkFacts();
    const own: OwnAddition[] = [
      { id: 'skill', kind: 'skill', skill: ownSkill('pruning', [['Do Pruning at step 1.', 'Sharpen a saw.']]) },
      { id: 'level', kind: 'role-level', roleName: 'Gardener', after: null, roleLevel: { ...roleLevel('Head gardener', { Pruning: 1, Weeding: 2 }), grades: ['G7'], description: 'Ours.' } },
      { id: 'role', kind: 'role', role: { familyName: 'Ours', name: 'Gardener', description: 'Ours.', roleLevels: [roleLevel('Gardener', { Watering: 4, Weeding: 1 }), roleLevel('Gate keeper')] } },
    ];
    const { facts, conflicts } = applyOwnAdditions(base, own);
    expect(conflicts.map(({ additionId, kind }) => [additionId, kind])).toEqual([['role', 'now-released'], ['level', 'now-released'], ['skill', 'now-released']]);
    expect(conflicts[2]?.message).toMatch(/what yours says more is kept/);
    expect(skill(facts, 'Pruning')).toMatchObject({ description: 'What Pruning is about.' });
    expect(skill(facts, 'Pruning')?.levels[0]?.statements).toEqual(['Do Pruning at step 1.', 'Sharpen a saw.']);
    expect(level(facts, 'Gardener', 'Head gardener')).toMatchObject({ grades: ['G7'], description: 'Ours.', seniority: 3, expectations: [{ skillName: 'Pruning', expectedLevel: 3 }, { skillName: 'Weeding', expectedLevel: 2 }] });
    expect(level(facts, 'Gardener', 'Gardener')?.expectations).toContainEqual({ skillName: 'Watering', expectedLevel: 1 });
    expect(role(facts, 'Gardener')).toMatchObject({ familyName: 'Gardens', description: 'Ours.' });
    expect(role(facts, 'Gardener')?.roleLevels.map(({ name }) => name)).toEqual(['Gardener', 'Gate keeper', 'Head gardener']);
  });

  it('lets official wording that was kept give way to newer official wording', () => {
    const kept = ownSkill('Pruning', [['Prune as it was.']]);
    kept.levels[0]!.wordingSource = 'skills-csv';
    const { facts, conflicts } = applyOwnAdditions(frameworkFacts(), [{ id: '1', kind: 'skill', skill: kept }]);
    expect(factsFingerprint(facts)).toBe(factsFingerprint(frameworkFacts()));
    expect(conflicts[0]?.message).toMatch(/adds nothing/);
  });

  it('is told where what an addition stands on is gone, and the rest is laid all the same', () => {
    const base = { ...frameworkFacts(), roles: [], skills: frameworkFacts().skills.slice(2) };
    const own: OwnAddition[] = [
      ...additions.filter(({ kind }) => kind !== 'skill'),
      { id: '8', kind: 'statements', skillName: 'Weeding', ordinal: 7, statements: ['Weed the moon.'] },
    ];
    const { facts, conflicts } = applyOwnAdditions(base, own);
    expect(conflicts.map(({ additionId, kind }) => [additionId, kind])).toEqual(['2', '2', '3', '4', '8', '5', '6', '7'].map((id) => [id, 'base-gone']));
    expect(facts.roles).toMatchObject([{ name: 'Bee keeper', roleLevels: [{ expectations: [] }, { expectations: [] }] }]);
    expect(facts.skills).toEqual(base.skills);
  });

  it('is told where the role level that an own one follows is gone; it stands where its expected levels put it', () => {
    const own: OwnAddition = { id: '1', kind: 'role-level', roleName: 'Gardener', after: 'Deputy', roleLevel: roleLevel('Chief gardener', { Pruning: 4, Watering: 4 }) };
    const { facts, conflicts } = applyOwnAdditions(frameworkFacts(), [own]);
    expect(conflicts).toMatchObject([{ kind: 'base-gone', message: expect.stringMatching(/“Deputy”/) as string }]);
    expect(role(facts, 'Gardener')?.roleLevels.at(-1)?.name).toBe('Chief gardener');
  });

  it('is told where the release says the same now, or something else than when the addition was written', () => {
    const expectation = (id: string, expectedLevel: number | null, released: number | null): OwnAddition => ({ id, kind: 'expectation', roleName: 'Gardener', roleLevelName: 'Gardener', skillName: 'Pruning', expectedLevel, released });
    const grades = (id: string, own: string[], released: string[] | null): OwnAddition => ({ id, kind: 'grades', roleName: 'Gardener', roleLevelName: 'Gardener', grades: own, released });
    const base = frameworkFacts();
    expect(kindsOf(base, expectation('1', 4, 2))).toEqual([]);
    expect(kindsOf(base, expectation('1', 4, 1))).toEqual([['1', 'released-otherwise']]);
    expect(kindsOf(base, expectation('1', null, null))).toEqual([['1', 'released-otherwise']]);
    expect(kindsOf(base, expectation('1', 2, 1))).toEqual([['1', 'same-now']]);
    expect(kindsOf(base, grades('1', ['HEO'], ['EO']))).toEqual([]);
    expect(kindsOf(base, grades('1', ['HEO'], null))).toEqual([['1', 'released-otherwise']]);
    expect(kindsOf(base, grades('1', ['eo'], null))).toEqual([['1', 'same-now']]);
    expect(kindsOf(base, { id: '1', kind: 'statements', skillName: 'Pruning', ordinal: 1, statements: ['do pruning at step 1.'] })).toEqual([['1', 'same-now']]);
    expect(level(applyOwnAdditions(base, [expectation('1', 4, 1)]).facts, 'Gardener', 'Gardener')?.expectations).toContainEqual({ skillName: 'Pruning', expectedLevel: 4 });
  });

  it('leaves out an expected level that the scale does not have', () => {
    const beyond: OwnAddition = { id: '1', kind: 'expectation', roleName: 'Gardener', roleLevelName: 'Gardener', skillName: 'Pruning', expectedLevel: 5, released: 2 };
    expect(applyOwnAdditions(frameworkFacts(), [beyond])).toMatchObject({ facts: frameworkFacts(), conflicts: [{ kind: 'base-gone' }] });
  });
});

describe('carrying additions over renames', () => {
  it('renames roles, role levels and skills in every kind, at once, and keeps the ids', () => {
    const moves: IdentityMoves = {
      renamed: [
        { part: 'role', roleName: null, from: 'Gardener', to: 'Grounds keeper' },
        { part: 'role-level', roleName: 'Gardener', from: 'Gardener', to: 'Head gardener' },
        { part: 'role-level', roleName: 'Gardener', from: 'Head gardener', to: 'Gardener' },
        { part: 'skill', roleName: null, from: 'Pruning', to: 'Cutting back' },
      ],
      succeeded: [],
    };
    const carried = carryOwnAdditions(additions, moves);
    expect(carried.map(({ id }) => id)).toEqual(additions.map(({ id }) => id));
    expect(carried[0]).toMatchObject({ roleName: 'Grounds keeper', roleLevelName: 'Head gardener', skillName: 'Bees' });
    expect(carried[1]).toMatchObject({ roleName: 'Grounds keeper', roleLevelName: 'Gardener' });
    expect(carried[2]).toMatchObject({ skillName: 'Cutting back' });
    expect(carried[3]).toMatchObject({ roleName: 'Grounds keeper', after: 'Head gardener', roleLevel: { name: 'Senior gardener', expectations: [{ skillName: 'Cutting back' }, { skillName: 'Bees' }] } });
    expect(carried[4]).toEqual(additions[4]);
  });

  it('leaves them as they are without renames', () => {
    expect(carryOwnAdditions(additions, { renamed: [], succeeded: [{ from: 'Pruning', to: 'Watering' }] })).toEqual(additions);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsFingerprint } from '#app/domain/framework/facts-fingerprint.ts';
import type { FrameworkFacts } from '#app/domain/framework/framework-facts.ts';
import type { IdentityMoves } from '#app/domain/framework/release/release-item.ts';
import { frameworkFacts } from '#tests/helpers/framework-facts.ts';
import { ownSkill } from '#tests/helpers/own-skill.ts';
import { applyOwnAdditions } from './apply-own-additions.ts';
import { carryOwnAdditions } from './carry-own-additions.ts';
import type { OwnAddition } from './own-addition.ts';

const role = (facts: FrameworkFacts, name: string) => facts.roles.find((entry) => entry.name === name);
const level = (facts: FrameworkFacts, roleName: string, name: string) => role(facts, roleName)?.roleLevels.find((entry) => entry.name === name);
const skill = (facts: FrameworkFacts, name: string) => facts.skills.find((entry) => entry.name === name);

const skillNames = ['Pruning', 'Watering', 'Weeding', 'Bees', 'Wasps', 'Gone skill'];
const levelNames = ['Gardener', 'Head gardener', 'Senior gardener', 'Apprentice', 'Gone level'];
const roleNames = ['Gardener', 'Bee keeper', 'Gone role'];
const some = (names: readonly string[]) => fc.constantFrom(...names);
const lines = fc.uniqueArray(some(['Do Pruning at step 1.', 'Own line.', 'Other line.']), { maxLength: 3 });
const anyRoleLevel = fc.record({
  name: some(levelNames),
  description: fc.option(fc.constant('Ours.')),
  seniority: fc.constant(null),
  grades: fc.option(fc.subarray(['EO', 'HEO'])),
  expectations: fc.array(fc.record({ skillName: some(skillNames), expectedLevel: fc.integer({ min: 1, max: 5 }) }), { maxLength: 4 }),
});
const anyAddition: fc.Arbitrary<OwnAddition> = fc
  .tuple(
    fc.uuid(),
    fc.oneof(
      fc.record({ kind: fc.constant('skill' as const), skill: fc.tuple(some(skillNames.slice(0, 5)), fc.array(lines, { minLength: 4, maxLength: 4 })).map(([name, worded]) => ownSkill(name, worded)) }),
      fc.record({
        kind: fc.constant('role' as const),
        role: fc.record({ familyName: fc.option(some(['Gardens', 'GARDENS', 'Hives'])), name: some(roleNames.slice(0, 2)), description: fc.constant(null), roleLevels: fc.uniqueArray(anyRoleLevel, { selector: ({ name }) => name, maxLength: 3 }) }),
      }),
      fc.record({ kind: fc.constant('role-level' as const), roleName: some(roleNames), after: fc.option(some(levelNames)), roleLevel: anyRoleLevel }),
      fc.record({ kind: fc.constant('statements' as const), skillName: some(skillNames), ordinal: fc.integer({ min: 1, max: 5 }), statements: lines }),
      fc.record({ kind: fc.constant('grades' as const), roleName: some(roleNames), roleLevelName: some(levelNames), grades: fc.subarray(['EO', 'G7']), released: fc.constant(null) }),
      fc.record({
        kind: fc.constant('expectation' as const),
        roleName: some(roleNames),
        roleLevelName: some(levelNames),
        skillName: some(skillNames),
        expectedLevel: fc.option(fc.integer({ min: 1, max: 5 })),
        released: fc.option(fc.integer({ min: 1, max: 4 })),
      }),
    ),
  )
  .map(([id, content]) => ({ id, ...content }));
const anyAdditions = fc.uniqueArray(anyAddition, { selector: ({ id }) => id, maxLength: 10 });

/** The release with every skill, role and role level of it under another name. */
const renamedName = (name: string) => `${name} as renamed`;
function renameAll(facts: FrameworkFacts, wasReleased: (name: string) => boolean): FrameworkFacts {
  const rename = (name: string) => (wasReleased(name) ? renamedName(name) : name);
  return {
    ...facts,
    skills: facts.skills.map((entry) => ({ ...entry, name: rename(entry.name) })),
    roles: facts.roles.map((entry) => ({
      ...entry,
      roleLevels: entry.roleLevels.map((own) => ({ ...own, expectations: own.expectations.map((held) => ({ ...held, skillName: rename(held.skillName) })) })),
    })),
  };
}

describe('any additions over a release', () => {
  const base = frameworkFacts();

  it('come to the same in whatever order they are given, and a second time', () => {
    fc.assert(
      fc.property(anyAdditions, fc.infiniteStream(fc.nat()), (own, random) => {
        const shuffled = own.map((addition) => ({ addition, at: random.next().value as number })).sort((one, other) => one.at - other.at).map(({ addition }) => addition);
        const first = applyOwnAdditions(base, own);
        expect(applyOwnAdditions(base, shuffled)).toEqual(first);
        expect(factsFingerprint(applyOwnAdditions(first.facts, own).facts)).toBe(factsFingerprint(first.facts));
      }),
    );
  });

  it('name no skill or level that is not there, no name twice, and number role levels without a gap', () => {
    fc.assert(
      fc.property(anyAdditions, (own) => {
        const { facts } = applyOwnAdditions(base, own);
        const skills = facts.skills.map(({ name }) => name.toLowerCase());
        expect(new Set(skills).size).toBe(skills.length);
        for (const { roleLevels } of facts.roles) {
          const names = roleLevels.map(({ name }) => name);
          expect(new Set(names).size).toBe(names.length);
          for (const { expectations } of roleLevels) {
            const held = expectations.map(({ skillName }) => skillName);
            expect(new Set(held).size).toBe(held.length);
            expect(expectations.every(({ skillName, expectedLevel }) => facts.skills.some(({ name }) => name === skillName) && expectedLevel <= 4)).toBe(true);
          }
        }
        expect(role(facts, 'Gardener')?.roleLevels.map(({ seniority }) => seniority)).toEqual(role(facts, 'Gardener')?.roleLevels.map((_, index) => index + 1));
      }),
    );
  });

  it('leave every released statement, expectation and grade that none of them names', () => {
    fc.assert(
      fc.property(anyAdditions, (own) => {
        const { facts } = applyOwnAdditions(base, own);
        for (const released of base.skills) {
          for (const [index, { statements }] of released.levels.entries()) expect(skill(facts, released.name)?.levels[index]?.statements.slice(0, statements.length)).toEqual(statements);
        }
        const said = new Set(own.flatMap((addition) => (addition.kind === 'expectation' ? [`${addition.roleName}/${addition.roleLevelName}/${addition.skillName}`] : [])));
        for (const { name, expectations } of base.roles[0]!.roleLevels) {
          for (const held of expectations) if (!said.has(`Gardener/${name}/${held.skillName}`)) expect(level(facts, 'Gardener', name)?.expectations).toContainEqual(held);
        }
      }),
    );
  });

  it('carried over renames and laid over the renamed release come to the same as laid first and renamed then', () => {
    const released = new Set(base.skills.map(({ name }) => name));
    const moves: IdentityMoves = { renamed: base.skills.map(({ name }) => ({ part: 'skill', roleName: null, from: name, to: renamedName(name) })), succeeded: [] };
    fc.assert(
      fc.property(anyAdditions, (own) => {
        const carriedFirst = applyOwnAdditions(renameAll(base, (name) => released.has(name)), carryOwnAdditions(own, moves));
        const laidFirst = applyOwnAdditions(base, own);
        expect(factsFingerprint(carriedFirst.facts)).toBe(factsFingerprint(renameAll(laidFirst.facts, (name) => released.has(name))));
        expect(carriedFirst.conflicts.map(({ kind }) => kind).sort()).toEqual(laidFirst.conflicts.map(({ kind }) => kind).sort());
      }),
    );
  });
});

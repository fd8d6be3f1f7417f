import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBelowExpectation } from './find-below-expectation.ts';
import { findDisagreements } from './find-disagreements.ts';
import { findExpectationFlags } from './find-expectation-flags.ts';
import { findStale } from './find-stale.ts';
import { findUnassessed } from './find-unassessed.ts';
import { type CellSketch, flagFactsFixture, type PersonSketch } from './flag-facts-fixture.ts';

const inDesk = (problem: CellSketch, changes: Partial<PersonSketch> = {}): PersonSketch => ({
  team: 'desk',
  skills: { problem },
  ...changes,
});

describe('below expectation', () => {
  it('groups people by team and skill, furthest below first, and leaves the unassessed out but counted', () => {
    const facts = flagFactsFixture({
      Asha: inDesk({ expected: 2, agreed: 1 }),
      Ben: inDesk({ expected: 3, agreed: 1 }),
      Cal: inDesk({ expected: 2, agreed: 3 }),
      Dee: inDesk({ expected: 2, manager: 0 }),
      Eve: inDesk({ expected: 2, agreed: null }),
      Fay: { team: 'apps', skills: { problem: { expected: 2, agreed: 1 }, change: { expected: 1, agreed: 1 } } },
    });
    expect(findBelowExpectation(facts)).toMatchObject([
      {
        team: { id: 'apps' },
        skill: { id: 'problem' },
        required: 1,
        actual: 0,
        leftOut: 0,
        severity: 'low',
        nextStep: { page: 'person', personId: 'Fay' },
      },
      {
        team: { id: 'desk' },
        skill: { id: 'problem' },
        required: 3,
        actual: 1,
        leftOut: 2,
        severity: 'medium',
        people: [
          { id: 'Ben', detail: 'agreed level 1, expected 3' },
          { id: 'Asha', detail: 'agreed level 1, expected 2' },
        ],
        nextStep: { page: 'team-heatmap', teamId: 'desk' },
      },
    ]);
  });

  it('does not let a surplus in one skill cancel a shortfall in another', () => {
    const skills = { problem: { expected: 2, agreed: 1 }, change: { expected: 1, agreed: 4 } };
    expect(findBelowExpectation(flagFactsFixture({ Asha: { team: 'desk', skills } }))).toHaveLength(1);
  });

  it('leaves out who has left', () => {
    expect(
      findBelowExpectation(flagFactsFixture({ Asha: inDesk({ expected: 2, agreed: 0 }, { leavesOn: '2026-06-29' }) })),
    ).toEqual([]);
  });
});

describe('unassessed', () => {
  it('counts expected levels without an agreement per team and names who was never assessed', () => {
    const facts = flagFactsFixture({
      Asha: { team: 'desk', skills: { problem: { expected: 2, agreed: 2 }, change: { expected: 2, self: 3 } } },
      Ben: { team: 'desk', skills: { problem: { expected: 2, self: 2 }, change: { expected: 1, manager: 1 } } },
      Cal: { team: 'desk', skills: { problem: { expected: 2, agreed: null }, budgets: { agreed: 1 } } },
      Dee: { team: 'desk', skills: {} },
    });
    expect(findUnassessed(facts)).toMatchObject([
      {
        kind: 'unassessed',
        severity: 'medium',
        skill: null,
        required: 5,
        actual: 2,
        people: [{ id: 'Ben', detail: 'nothing agreed in 2 expected skills' }],
      },
    ]);
  });

  it('is medium from a quarter on, and silent when everything is agreed', () => {
    const skills = {
      a: { expected: 1, agreed: 1 },
      b: { expected: 1, agreed: 1 },
      c: { expected: 1, agreed: 1 },
      d: { expected: 1 },
    };
    expect(findUnassessed(flagFactsFixture({ Asha: { team: 'desk', skills } }))[0]!.severity).toBe('medium');
    const more = { ...skills, e: { expected: 1, agreed: 1 } };
    expect(findUnassessed(flagFactsFixture({ Asha: { team: 'desk', skills: more } }))[0]!.severity).toBe('low');
    expect(findUnassessed(flagFactsFixture({ Asha: inDesk({ expected: 1, agreed: 0 }) }))).toEqual([]);
  });
});

describe('stale', () => {
  it('counts what is out of date per team and names the people, most first, with the oldest date', () => {
    const old = { expected: 2, agreed: 2, agreedOn: '2025-01-15' };
    const facts = flagFactsFixture({
      Asha: { team: 'desk', skills: { problem: old, change: { expected: 1, agreed: 1 } } },
      Ben: {
        team: 'desk',
        skills: {
          problem: old,
          change: { ...old, agreedOn: '2024-12-01' },
          budgets: { agreed: 2, agreedOn: '2020-01-01' },
        },
      },
      Cal: inDesk({ expected: 2, self: 2 }),
    });
    expect(findStale(facts)).toMatchObject([
      {
        severity: 'medium',
        required: 4,
        actual: 1,
        people: [
          { id: 'Ben', detail: '2 of 2 out of date, the oldest from 1 December 2024' },
          { id: 'Asha', detail: '1 of 2 out of date, the oldest from 15 January 2025' },
        ],
      },
    ]);
  });

  it('is silent while everything is in date', () => {
    expect(findStale(flagFactsFixture({ Asha: inDesk({ expected: 2, agreed: 2 }) }))).toEqual([]);
  });
});

describe('disagreement', () => {
  it('names people two or more apart with both levels, and leads to one where nothing is agreed', () => {
    const facts = flagFactsFixture({
      Asha: inDesk({ expected: 2, self: 4, manager: 1, agreed: 2 }),
      Ben: inDesk({ expected: 2, self: 1, manager: 3 }),
      Cal: inDesk({ expected: 2, self: 2, manager: 3 }),
      Dee: inDesk({ expected: 2, self: 4 }),
    });
    expect(findDisagreements(facts)).toMatchObject([
      {
        severity: 'medium',
        required: 3,
        actual: 1,
        people: [
          { id: 'Asha', detail: 'self level 4, manager level 1, agreed level 2' },
          { id: 'Ben', detail: 'self level 1, manager level 3, nothing agreed' },
        ],
        nextStep: { page: 'assess-person', personId: 'Ben', personName: 'Ben' },
      },
    ]);
  });

  it('is low once everything was settled', () => {
    expect(findDisagreements(flagFactsFixture({ Asha: inDesk({ self: 4, manager: 1, agreed: null }) }))).toMatchObject([
      { severity: 'low', people: [{ detail: 'self level 4, manager level 1, agreed not observed' }] },
    ]);
  });
});

describe('any team', () => {
  const level = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
  const anyCell: fc.Arbitrary<CellSketch> = fc
    .tuple(
      fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
      level,
      level,
      fc.option(fc.option(fc.integer({ min: 0, max: 4 })), { nil: undefined }),
      fc.constantFrom('2024-01-01', '2026-05-01'),
    )
    .map(([expected, self, manager, agreed, agreedOn]) => ({ expected, self, manager, agreed, agreedOn }));

  it('is flagged with fewer found than asked for, never with nothing wrong', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, anyCell), { maxLength: 5 }), (drawn) => {
        const people = drawn.map(([problem, change], index) => [
          `P${index}`,
          { team: index % 2 ? 'desk' : 'apps', skills: { problem, change } },
        ]);
        const flags = findExpectationFlags(flagFactsFixture(Object.fromEntries(people)));
        expect(flags.filter(({ actual, required }) => actual >= required)).toEqual([]);
        const bySkill = flags.filter(({ skill }) => skill !== null);
        expect(bySkill.map((flag) => flag.people.length)).toEqual(
          bySkill.map(({ required, actual }) => required - actual),
        );
      }),
    );
  });
});

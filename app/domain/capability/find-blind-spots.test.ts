import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findBlindSpots } from './find-blind-spots.ts';
import { flagFactsFixture } from './flag-facts-fixture.ts';

const rules = [{ team: 'desk', skill: 'budgets', level: 2, people: 1 }];

describe('a blind spot', () => {
  it('is a ruled skill that no role level present expects, even where nobody has a row for it', () => {
    const facts = flagFactsFixture({ Asha: { team: 'desk', skills: { problem: { expected: 2 } } } }, rules);
    expect(findBlindSpots(facts)).toMatchObject([
      {
        kind: 'blind-spot',
        severity: 'high',
        skill: { id: 'budgets' },
        required: 1,
        actual: 0,
        nextStep: { page: 'coverage', teamId: 'desk' },
      },
    ]);
  });

  it('stays one when somebody happens to hold the skill', () => {
    expect(
      findBlindSpots(flagFactsFixture({ Asha: { team: 'desk', skills: { budgets: { agreed: 4 } } } }, rules)),
    ).toHaveLength(1);
  });

  it('is none when one role level in the rule’s teams expects it, at any level', () => {
    expect(
      findBlindSpots(flagFactsFixture({ Asha: { team: 'desk', skills: { budgets: { expected: 1 } } } }, rules)),
    ).toEqual([]);
  });

  it('is not closed by a role of another team, nor by someone who has left', () => {
    const people = {
      Asha: { team: 'apps', skills: { budgets: { expected: 2 } } },
      Ben: { team: 'desk', leavesOn: '2026-06-29', skills: { budgets: { expected: 2 } } },
      Cal: { team: 'desk' },
    };
    expect(findBlindSpots(flagFactsFixture(people, rules))).toHaveLength(1);
  });

  it('is not told of a team without people', () => {
    expect(findBlindSpots(flagFactsFixture({}, rules))).toEqual([]);
  });

  it('does not depend on what anyone was assessed at', () => {
    const level = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
    fc.assert(
      fc.property(level, level, level, fc.boolean(), (self, manager, agreed, isExpected) => {
        const budgets = { self, manager, agreed, ...(isExpected ? { expected: 2 } : {}) };
        const found = findBlindSpots(flagFactsFixture({ Asha: { team: 'desk', skills: { budgets } } }, rules));
        expect(found).toHaveLength(isExpected ? 0 : 1);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CellSketch, flagFactsFixture } from '#app/domain/capability/flag-facts-fixture.ts';
import { compareExpectations } from './compare-expectations.ts';
import { developmentReview } from './development-review.ts';

const cellsOf = (skills: Record<string, CellSketch>) =>
  flagFactsFixture({ Asha: { team: 'desk', skills } }).subjects[0]!.cells;
const expects = (levels: Record<string, number>) =>
  Object.entries(levels).map(([skillId, expectedLevel]) => ({ skillId, expectedLevel }));

const cells = cellsOf({
  problem: { expected: 3, agreed: 1 },
  change: { expected: 2, agreed: 2 },
  incident: { expected: 2, self: 4, manager: 3 },
  budgets: { agreed: 1 },
  strategy: {},
});

describe('a development review', () => {
  it('sets each expected skill against what is agreed and names the levels between', () => {
    const review = developmentReview(cells, null);
    expect(
      review.rows.map(({ cell, missingLevels }) => [cell.skillId, cell.expectedLevel, cell.agreedLevel, missingLevels]),
    ).toEqual([
      ['problem', 3, 1, [2, 3]],
      ['change', 2, 2, []],
      ['incident', 2, null, []],
    ]);
    expect(review.summary).toMatchObject({ expected: 3, met: 1, below: 1, notAssessed: 1 });
    expect(review.otherSkills.map(({ skillId }) => skillId)).toEqual(['budgets']);
    expect(review.next).toBeNull();
  });

  it('says what the next role level adds, raises, lowers and drops, against today’s agreed levels', () => {
    const { next } = developmentReview(cells, expects({ budgets: 2, problem: 4, incident: 1 }));
    expect(next?.steps).toEqual([
      {
        skillId: 'budgets',
        change: 'added',
        currentExpectedLevel: null,
        nextExpectedLevel: 2,
        agreedLevel: 1,
        missingLevels: [2],
      },
      {
        skillId: 'problem',
        change: 'higher',
        currentExpectedLevel: 3,
        nextExpectedLevel: 4,
        agreedLevel: 1,
        missingLevels: [2, 3, 4],
      },
      {
        skillId: 'incident',
        change: 'lower',
        currentExpectedLevel: 2,
        nextExpectedLevel: 1,
        agreedLevel: null,
        missingLevels: [],
      },
      {
        skillId: 'change',
        change: 'dropped',
        currentExpectedLevel: 2,
        nextExpectedLevel: null,
        agreedLevel: 2,
        missingLevels: [],
      },
    ]);
    expect(next?.readiness.verdict).toBe('further');
  });

  it('finds someone ready whom the next role level asks nothing new of', () => {
    expect(developmentReview(cells, expects({ change: 2, budgets: 1 })).next?.readiness).toEqual({
      verdict: 'ready',
      missing: [],
    });
  });

  it('is empty for a role level without expectations', () => {
    expect(developmentReview([], [])).toMatchObject({
      rows: [],
      otherSkills: [],
      next: { readiness: { verdict: 'ready' }, steps: [] },
    });
  });
});

describe('two role levels compared', () => {
  const levels = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.integer({ min: 1, max: 4 })).map(expects);
  const opposite = { added: 'dropped', dropped: 'added', higher: 'lower', lower: 'higher', same: 'same' };

  it('mention every skill of either once, and turn round when read backwards', () => {
    fc.assert(
      fc.property(levels, levels, (current, next) => {
        const forwards = compareExpectations(current, next);
        const backwards = new Map(compareExpectations(next, current).map((change) => [change.skillId, change.change]));
        expect(forwards).toHaveLength(new Set([...current, ...next].map(({ skillId }) => skillId)).size);
        for (const { skillId, change } of forwards) expect(backwards.get(skillId)).toBe(opposite[change]);
      }),
    );
  });
});

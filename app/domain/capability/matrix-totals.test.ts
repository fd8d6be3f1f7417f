import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countTeamSkill } from './count-team-skill.ts';
import { type CellSketch, flagFactsFixture } from './flag-facts-fixture.ts';
import { matrixTotals } from './matrix-totals.ts';
import { personSummary } from './person-summary.ts';

const skills: Record<string, CellSketch> = {
  a: { expected: 2, agreed: 2, needsReview: true },
  b: { expected: 2, agreed: 4, agreedOn: '2024-01-01' },
  c: { expected: 2, agreed: 1 },
  d: { expected: 2, agreed: null, agreedOn: '2024-01-01' },
  e: { expected: 2, self: 4 },
  f: { expected: 2, self: 4, manager: 4 },
  g: { expected: 2 },
  h: { agreed: 3, agreedOn: '2024-01-01', needsReview: true },
};
const subjects = flagFactsFixture({
  Asha: { team: 'desk', skills },
  Ben: { team: 'desk', skills: { a: { expected: 1 } } },
}).subjects;

describe('the summary of a person', () => {
  it('counts what is expected by its state, and passes over what is not', () => {
    expect(personSummary(subjects[0]!.cells)).toEqual({
      expected: 7,
      met: 2,
      below: 1,
      notAssessed: 3,
      notObserved: 1,
      stale: 2,
      review: 1,
    });
  });

  it('is all zero for someone of whom nothing is expected', () => {
    expect(personSummary([])).toEqual({ expected: 0, met: 0, below: 0, notAssessed: 0, notObserved: 0, stale: 0, review: 0 });
  });
});

describe('the totals of a matrix', () => {
  it('say how complete it is', () => {
    expect(matrixTotals(subjects)).toEqual({
      people: 2,
      expected: 8,
      agreed: 3,
      met: 2,
      below: 1,
      notObserved: 1,
      managerOnly: 1,
      selfOnly: 1,
      missing: 2,
      stale: 2,
      review: 1,
    });
    expect(matrixTotals([]).expected).toBe(0);
  });

  it('add up, and agree with the counts per skill', () => {
    const level = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
    const anyCell: fc.Arbitrary<CellSketch> = fc
      .tuple(
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        level,
        level,
        fc.option(fc.option(fc.integer({ min: 0, max: 4 })), { nil: undefined }),
      )
      .map(([expected, self, manager, agreed]) => ({ expected, self, manager, agreed }));
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, anyCell), { maxLength: 6 }), (drawn) => {
        const people = Object.fromEntries(
          drawn.map(([a, b], index) => [`P${index}`, { team: 'desk', skills: { a, b } }]),
        );
        const drawnSubjects = flagFactsFixture(people).subjects;
        const totals = matrixTotals(drawnSubjects);
        expect(totals.agreed + totals.notObserved + totals.managerOnly + totals.selfOnly + totals.missing).toBe(
          totals.expected,
        );
        expect(totals.met + totals.below).toBe(totals.agreed);
        const counts = ['a', 'b'].map((skill) =>
          countTeamSkill(
            'desk',
            skill,
            drawnSubjects.flatMap(({ cells }) => cells),
          ),
        );
        expect(counts.reduce((sum, one) => sum + one.met, 0)).toBe(totals.met);
        expect(counts.reduce((sum, one) => sum + one.assessed, 0)).toBe(totals.agreed);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFlags } from '#app/domain/capability/find-flags.ts';
import { type CellSketch, flagFactsFixture } from '#app/domain/capability/flag-facts-fixture.ts';
import { serviceReport } from './service-report.ts';

const facts = flagFactsFixture(
  {
    Asha: {
      team: 'apps',
      leavesOn: '2026-10-31',
      skills: { continuity: { agreed: 2 }, problem: { expected: 2, agreed: 2 } },
    },
    Ben: { team: 'apps', skills: { problem: { expected: 2, agreed: 1 }, change: { expected: 1, agreed: 1 } } },
    Cal: { team: 'desk', skills: { problem: { expected: 2, self: 3 }, change: { expected: 1, agreed: null } } },
    Dee: { team: 'desk', leavesOn: '2026-06-29', skills: { problem: { expected: 2, agreed: 0 } } },
  },
  [
    { team: 'service', skill: 'continuity', level: 2, people: 1 },
    { team: 'desk', skill: 'problem', level: 2, people: 1 },
  ],
);

describe('the report of a service', () => {
  const report = serviceReport(facts);

  it('shows the three worst risks and says how many there are', () => {
    expect(report.worstFlags.map(({ kind }) => kind)).toEqual(['no-cover', 'single-point', 'unassessed']);
    expect(report.flagCount).toBe(findFlags(facts).length);
  });

  it('answers every rule with people, numbers and the day it ends', () => {
    expect(report.coverage).toMatchObject([
      {
        rule: { teamName: 'desk' },
        required: 1,
        actual: 0,
        status: 'no-cover',
        people: [],
        ends: null,
        toAgree: [{ id: 'Cal' }],
      },
      {
        rule: { teamName: 'service' },
        required: 1,
        actual: 1,
        status: 'single-point',
        people: [{ name: 'Asha' }],
        ends: { endsOn: '2026-11-01' },
      },
    ]);
  });

  it('lists skills by how many people fall short, without who has left', () => {
    expect(report.shortfalls).toEqual([
      {
        skillId: 'problem',
        skillName: 'problem',
        expected: 3,
        assessed: 2,
        met: 1,
        below: 1,
        notAssessed: 1,
        notObserved: 0,
      },
      {
        skillId: 'change',
        skillName: 'change',
        expected: 2,
        assessed: 1,
        met: 1,
        below: 0,
        notAssessed: 0,
        notObserved: 1,
      },
    ]);
  });

  it('says how complete the picture is and where the blind spots are', () => {
    expect(report.completeness).toMatchObject({
      people: 3,
      expected: 5,
      agreed: 3,
      selfOnly: 1,
      notObserved: 1,
      missing: 0,
    });
    expect(report.blindSpots.map(({ skill }) => skill?.name)).toEqual(['continuity']);
  });

  it('is empty, not broken, for a service without people and rules', () => {
    expect(serviceReport(flagFactsFixture({}))).toMatchObject({
      worstFlags: [],
      flagCount: 0,
      coverage: [],
      shortfalls: [],
      blindSpots: [],
    });
  });

  it('tells shortfalls that add up to what completeness and flags say', () => {
    const level = fc.option(fc.integer({ min: 0, max: 4 }), { nil: undefined });
    const anyCell: fc.Arbitrary<CellSketch> = fc
      .tuple(
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        level,
        fc.option(fc.option(fc.integer({ min: 0, max: 4 })), { nil: undefined }),
      )
      .map(([expected, self, agreed]) => ({ expected, self, agreed }));
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCell, anyCell, fc.constantFrom('desk', 'apps')), { maxLength: 6 }), (drawn) => {
        const people = Object.fromEntries(
          drawn.map(([a, b, team], index) => [`P${index}`, { team, skills: { a, b } }]),
        );
        const drawnFacts = flagFactsFixture(people);
        const { shortfalls, completeness } = serviceReport(drawnFacts);
        const below = shortfalls.reduce((sum, one) => sum + one.below, 0);
        expect(below).toBe(completeness.below);
        const flagged = findFlags(drawnFacts).filter(({ kind }) => kind === 'below-expectation');
        expect(flagged.reduce((sum, flag) => sum + flag.people.length, 0)).toBe(below);
        for (const one of shortfalls)
          expect(one.met + one.below + one.notAssessed + one.notObserved).toBe(one.expected);
      }),
    );
  });
});

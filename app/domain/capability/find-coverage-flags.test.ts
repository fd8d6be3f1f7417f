import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageOfRule } from './coverage-of-rule.ts';
import { coverageRows } from './coverage-rows.ts';
import { findCoverageFlags } from './find-coverage-flags.ts';
import { flagFactsFixture, type PersonSketch } from './flag-facts-fixture.ts';

const holds = (agreed: number, leavesOn?: string, team = 'desk'): PersonSketch => ({
  team,
  leavesOn,
  skills: { continuity: { agreed } },
});
const rule = (people: number, team = 'service') => [{ team, skill: 'continuity', level: 2, people }];
const flagsOf = (people: Record<string, PersonSketch>, minimum: number, team?: string) =>
  findCoverageFlags(flagFactsFixture(people, rule(minimum, team)));
const kinds = (...given: Parameters<typeof flagsOf>) => flagsOf(...given).map(({ kind }) => kind);

describe('who covers a rule', () => {
  it('is who is present with an agreed level at or above the minimum, expected or not, highest first', () => {
    const facts = flagFactsFixture(
      {
        Ben: holds(2),
        Asha: holds(2),
        Cal: holds(4),
        Dee: holds(1),
        Eve: { team: 'desk', skills: { continuity: { manager: 4, self: 4, expected: 2 } } },
        Fay: holds(3, '2026-06-29'),
        Gus: holds(3, '2026-06-30'),
      },
      rule(1),
    );
    expect(coverageOfRule(facts.rules[0]!, facts.subjects, facts.asOf).map(({ id }) => id)).toEqual([
      'Cal',
      'Gus',
      'Asha',
      'Ben',
    ]);
  });

  it('looks under the team of the rule, and nowhere else', () => {
    const people = { Asha: holds(2, undefined, 'desk'), Ben: holds(2, undefined, 'apps') };
    expect(coverageRows(flagFactsFixture(people, rule(1, 'service')))[0]!.actual).toBe(2);
    expect(coverageRows(flagFactsFixture(people, rule(1, 'apps')))[0]!.people.map(({ id }) => id)).toEqual(['Ben']);
  });
});

describe('a coverage flag', () => {
  it('says no cover, once, when nobody holds the skill', () => {
    expect(flagsOf({ Asha: holds(1) }, 3)).toMatchObject([
      {
        kind: 'no-cover',
        severity: 'critical',
        required: 3,
        actual: 0,
        people: [],
        nextStep: { page: 'team-heatmap', teamId: 'service' },
      },
    ]);
    expect(kinds({}, 1)).toEqual(['no-cover']);
  });

  it('leads to the person whose level only has to be agreed, a manager’s word before their own', () => {
    const people: Record<string, PersonSketch> = {
      Asha: { team: 'desk', skills: { continuity: { self: 4 } } },
      Ben: { team: 'desk', skills: { continuity: { manager: 2 } } },
      Cal: { team: 'desk', skills: { continuity: { self: 4, manager: 1 } } },
      Dee: { team: 'desk', skills: { continuity: { manager: 4, agreed: null } } },
    };
    expect(flagsOf(people, 1)[0]!.nextStep).toEqual({ page: 'assess-person', personId: 'Ben', personName: 'Ben' });
    expect(coverageRows(flagFactsFixture(people, rule(1)))[0]!.toAgree.map(({ id }) => id)).toEqual(['Ben', 'Asha']);
  });

  it('says single point for exactly one person, whatever the minimum, and leads to that person', () => {
    for (const minimum of [1, 2, 5]) {
      expect(flagsOf({ Asha: holds(2), Ben: holds(1) }, minimum)).toMatchObject([
        {
          kind: 'single-point',
          severity: 'high',
          required: minimum,
          actual: 1,
          people: [{ id: 'Asha', name: 'Asha', detail: 'agreed level 2' }],
          nextStep: { page: 'person', personId: 'Asha' },
        },
      ]);
    }
  });

  it('calls a single point critical when that person leaves within half a year, and says when cover ends', () => {
    expect(flagsOf({ Asha: holds(2, '2026-10-31') }, 1)).toMatchObject([
      { kind: 'single-point', severity: 'critical', people: [{ detail: 'agreed level 2, leaves on 31 October 2026' }] },
      {
        kind: 'cover-ends',
        severity: 'critical',
        required: 1,
        actual: 0,
        endsOn: '2026-11-01',
        people: [{ id: 'Asha' }],
      },
    ]);
    expect(flagsOf({ Asha: holds(2, '2026-12-30') }, 1)[0]!.severity).toBe('critical');
    expect(flagsOf({ Asha: holds(2, '2026-12-31') }, 1)[0]!.severity).toBe('high');
  });

  it('says under cover for two or more below the minimum, and nothing when the minimum is met', () => {
    expect(flagsOf({ Asha: holds(2), Ben: holds(3) }, 3)).toMatchObject([
      { kind: 'under-cover', severity: 'high', required: 3, actual: 2 },
    ]);
    expect(flagsOf({ Asha: holds(2), Ben: holds(3) }, 2)).toEqual([]);
  });

  it('marks a covering level that is out of date', () => {
    const old: PersonSketch = { team: 'desk', skills: { continuity: { agreed: 2, agreedOn: '2024-01-01' } } };
    expect(flagsOf({ Asha: old }, 1)[0]!.people[0]!.detail).toBe('agreed level 2, out of date');
  });

  it('does not judge a rule of a team that is not among those asked about', () => {
    const facts = flagFactsFixture({ Asha: holds(2) }, rule(2, 'elsewhere'));
    expect(findCoverageFlags({ ...facts, teams: facts.teams.filter(({ id }) => id !== 'elsewhere') })).toEqual([]);
  });
});

describe('the end of cover', () => {
  it('is the first day on which the minimum is broken, and names who has gone by then', () => {
    const people = {
      Asha: holds(2, '2026-09-30'),
      Ben: holds(2, '2026-08-31'),
      Cal: holds(2),
      Dee: holds(2, '2027-01-31'),
    };
    expect(flagsOf(people, 3)).toMatchObject([
      {
        kind: 'cover-ends',
        endsOn: '2026-10-01',
        actual: 2,
        severity: 'high',
        people: [{ id: 'Ben' }, { id: 'Asha' }],
      },
    ]);
  });

  it('counts everyone who leaves on the same day', () => {
    expect(flagsOf({ Asha: holds(2, '2026-09-30'), Ben: holds(2, '2026-09-30') }, 2)).toMatchObject([
      { kind: 'cover-ends', endsOn: '2026-10-01', actual: 0 },
    ]);
  });

  it('of a rule that is already short is the day when nobody is left', () => {
    const people = { Asha: holds(2, '2026-09-30'), Ben: holds(2, '2026-11-30') };
    expect(flagsOf(people, 3)).toMatchObject([
      { kind: 'under-cover' },
      { kind: 'cover-ends', endsOn: '2026-12-01', actual: 0 },
    ]);
    expect(kinds({ ...people, Cal: holds(2) }, 4)).toEqual(['under-cover']);
  });

  it('is not told while enough people stay, nor from beyond the horizon', () => {
    expect(kinds({ Asha: holds(2, '2026-09-30'), Ben: holds(2), Cal: holds(2) }, 2)).toEqual([]);
    expect(kinds({ Asha: holds(2, '2027-06-29'), Ben: holds(2) }, 2)).toEqual(['cover-ends']);
    expect(kinds({ Asha: holds(2, '2027-06-30'), Ben: holds(2) }, 2)).toEqual([]);
  });

  it('is today plus one for someone whose last day is today, who still covers today', () => {
    expect(flagsOf({ Asha: holds(2, '2026-06-30') }, 1)).toMatchObject([
      { kind: 'single-point' },
      { endsOn: '2026-07-01' },
    ]);
  });
});

describe('any rule', () => {
  const anyPeople = fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: 4 }),
        fc.option(fc.constantFrom('2026-06-29', '2026-08-31', '2026-12-31', '2029-01-01'), { nil: undefined }),
      ),
      { maxLength: 6 },
    )
    .map((drawn) =>
      Object.fromEntries(drawn.map(([agreed, leavesOn], index) => [`P${index}`, holds(agreed, leavesOn)])),
    );

  it('yields at most one shortfall, none of them when it is met by two or more, and a date on which it truly breaks', () => {
    fc.assert(
      fc.property(anyPeople, fc.integer({ min: 1, max: 4 }), (people, minimum) => {
        const facts = flagFactsFixture(people, rule(minimum));
        const flags = findCoverageFlags(facts);
        const count = (onDate: string) => coverageOfRule(facts.rules[0]!, facts.subjects, onDate).length;
        const now = count(facts.asOf);
        const shortfalls = flags.filter(({ kind }) => kind !== 'cover-ends');
        expect(shortfalls).toHaveLength(now < Math.max(2, minimum) ? 1 : 0);
        for (const { endsOn, actual } of flags.filter(({ kind }) => kind === 'cover-ends')) {
          expect(count(endsOn!)).toBe(actual);
          expect(actual).toBeLessThan(now >= minimum ? minimum : 1);
        }
      }),
    );
  });
});

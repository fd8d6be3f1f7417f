import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFlag } from './describe-flag.ts';
import { findFlags } from './find-flags.ts';
import { flagFactsFixture } from './flag-facts-fixture.ts';
import { sortFlags } from './sort-flags.ts';
import { worstFlags } from './worst-flags.ts';

const facts = flagFactsFixture(
  {
    'Asha Rao': {
      team: 'Apps',
      leavesOn: '2026-10-31',
      skills: { Continuity: { agreed: 2 }, Problem: { expected: 2, agreed: 2 } },
    },
    'Ben Cole': {
      team: 'Apps',
      skills: { Problem: { expected: 2, agreed: 3 }, Continuity: { expected: 2, agreed: 0 } },
    },
    'Cal Dunn': {
      team: 'Desk',
      skills: { Problem: { expected: 2, agreed: 1 }, Change: { expected: 1, self: 3, manager: 1 } },
    },
    'Dee Eady': {
      team: 'Desk',
      skills: { Problem: { expected: 2 }, Change: { expected: 1, agreed: 1, agreedOn: '2024-02-01' } },
    },
    'Eve Ford': { team: 'Desk', skills: { Problem: { expected: 2 } } },
  },
  [
    { team: 'service', skill: 'Continuity', level: 2, people: 2 },
    { team: 'service', skill: 'Problem', level: 2, people: 3 },
    { team: 'Desk', skill: 'Budgets', level: 1, people: 1 },
  ],
);
const flags = findFlags(facts);

describe('the flags of a service', () => {
  it('come worst first, each finding once', () => {
    expect(flags.map(({ kind, severity, team, skill }) => [severity, kind, team.name, skill?.name])).toEqual([
      ['critical', 'no-cover', 'Desk', 'Budgets'],
      ['critical', 'single-point', 'service', 'Continuity'],
      ['critical', 'cover-ends', 'service', 'Continuity'],
      ['high', 'under-cover', 'service', 'Problem'],
      ['high', 'blind-spot', 'Desk', 'Budgets'],
      ['medium', 'below-expectation', 'Apps', 'Continuity'],
      ['medium', 'unassessed', 'Desk', undefined],
      ['medium', 'stale', 'Desk', undefined],
      ['medium', 'disagreement', 'Desk', 'Change'],
      ['low', 'below-expectation', 'Desk', 'Problem'],
    ]);
  });

  it('say what is wrong in plain words, with people and numbers', () => {
    expect(flags.map(describeFlag)).toEqual([
      'Nobody in Desk holds Budgets at level 1 or above. The rule asks for 1 person.',
      'Continuity rests on one person in service: Asha Rao (agreed level 2, leaves on 31 October 2026). The rule asks for 2.',
      'Without Asha Rao (agreed level 2, leaves on 31 October 2026), nobody in service covers Continuity from 1 November 2026.',
      'Problem is held by 2 of the 3 people that service needs at level 2 or above: Ben Cole (agreed level 3) and Asha Rao (agreed level 2, leaves on 31 October 2026).',
      'Desk needs Budgets at level 1 or above, but no role there is expected to hold it.',
      '1 of 1 assessed person in Apps is below what is expected in Continuity: Ben Cole (agreed level 0, expected 2).',
      '3 of 5 expected skill levels in Desk are not agreed. Never assessed: Eve Ford (nothing agreed in 1 expected skill).',
      '1 of 2 agreed levels in Desk is out of date: Dee Eady (1 of 1 out of date, the oldest from 1 February 2024).',
      'Self and manager are two or more levels apart in Change for 1 of 1 person in Desk: Cal Dunn (self level 3, manager level 1, nothing agreed).',
      '1 of 1 assessed person in Desk is below what is expected in Problem: Cal Dunn (agreed level 1, expected 2). 2 more have no agreed level.',
    ]);
  });

  it('say how many are left where cover shrinks but does not end', () => {
    const holds = (leavesOn?: string) => ({ team: 'Desk', leavesOn, skills: { Change: { expected: 1, agreed: 1 } } });
    const shrinking = flagFactsFixture({ Asha: holds('2026-10-31'), Ben: holds() }, [
      { team: 'Desk', skill: 'Change', level: 1, people: 2 },
    ]);
    expect(findFlags(shrinking).map(describeFlag)).toEqual([
      'Without Asha (agreed level 1, leaves on 31 October 2026), only 1 of the 2 people that Desk needs covers Change from 1 November 2026.',
    ]);
  });

  it('show the three worst with no rule told twice', () => {
    expect(worstFlags(flags, 3).map(({ kind }) => kind)).toEqual(['no-cover', 'single-point', 'under-cover']);
    expect(worstFlags([], 3)).toEqual([]);
  });

  it('are none for nobody and no rules', () => {
    expect(findFlags(flagFactsFixture({}))).toEqual([]);
  });

  it('come in the same order however they are handed over', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(flags, { minLength: flags.length }), (shuffled) => {
        expect(sortFlags(shuffled)).toEqual(flags);
      }),
    );
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...facts.subjects], { minLength: 5 }),
        fc.shuffledSubarray([...facts.rules], { minLength: 3 }),
        (subjects, rules) => {
          expect(findFlags({ ...facts, subjects, rules })).toEqual(flags);
        },
      ),
    );
  });

  it('keep their words when many people are meant', () => {
    const many = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [
        `P${index}`,
        { team: 'Desk', skills: { Problem: { expected: 1, agreed: 0 } } },
      ]),
    );
    expect(describeFlag(findFlags(flagFactsFixture(many))[0]!)).toMatch(
      /^8 of 8 assessed people in Desk are below .*P4 \(agreed level 0, expected 1\) and 3 others\.$/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { ImpactRow } from '#app/domain/capability/impact/release-impact.ts';
import { describeReach } from './describe-reach.ts';
import { impactInWords, restInWords } from './impact-in-words.ts';

const none = { people: 0, teams: 0, unseen: 0, measuredOtherwise: 0, metToBelow: 0, belowToMet: 0, toReview: 0, flags: { come: [], go: [], change: [] } };
const flags = (come: number, go: number) => ({ come: Array(come).fill(0), go: Array(go).fill(0), change: [] });

describe('what a change does to people, in words', () => {
  it.each([
    [{}, 'Nobody is touched.'],
    [{ people: 1, teams: 1, measuredOtherwise: 1 }, '1 person in 1 team is touched, and measured differently.'],
    [{ people: 12, teams: 4, measuredOtherwise: 8, flags: flags(2, 1) }, '12 people in 4 teams are touched, 8 of them measured differently; 2 flags come, 1 goes.'],
    [{ people: 3, teams: 1, measuredOtherwise: 3, flags: flags(0, 1) }, '3 people in 1 team are touched, all of them measured differently; 1 flag goes.'],
    [{ people: 1_200, teams: 30 }, '1,200 people in 30 teams are touched, nobody measured differently.'],
    [{ people: 5, teams: 2, unseen: 5, flags: null }, '5 people in 2 teams are touched.'],
  ])('says of %j: %s', (numbers, sentence) => {
    expect(impactInWords({ ...none, ...numbers })).toBe(sentence);
  });

  it('says what becomes of levels, and what is not shown', () => {
    expect(restInWords(none)).toBe('');
    expect(restInWords({ ...none, people: 9, metToBelow: 1, belowToMet: 2, toReview: 1 })).toBe(
      '1 level that met its expectation falls below it; 2 levels that fell short meet their expectation; 1 level is to be reviewed.',
    );
    expect(restInWords({ ...none, people: 9, unseen: 9 })).toBe('What changes for each is not shown: you may not see their levels.');
    expect(restInWords({ ...none, people: 9, unseen: 4 })).toBe('What changes for 4 of them is not shown: you may not see their levels.');
  });
});

describe('what a change does to one person', () => {
  const scale = ['Awareness', 'Working', 'Practitioner', 'Expert'].map((name, at) => ({ ordinal: at + 1, name }));
  const row: ImpactRow = {
    skillId: 's',
    personId: 'p',
    personName: 'Ada',
    teamId: 't',
    teamName: 'Lights',
    roleName: 'Keeper',
    roleLevelName: 'Keeper',
    skillName: 'Tides',
    agreedBefore: 2,
    agreedAfter: 2,
    expectedBefore: 2,
    expectedAfter: 3,
    gapBefore: 0,
    gapAfter: -1,
    toReview: false,
    isMoved: true,
    crossing: 'met-to-below',
  };

  it('says what is expected, what is agreed, and what that comes to', () => {
    expect(describeReach(row, scale)).toBe('Tides: expected at working, then expected at practitioner; agreed working; falls below');
    expect(describeReach({ ...row, expectedBefore: null, expectedAfter: 1, agreedBefore: null, agreedAfter: null, crossing: null }, scale)).toBe(
      'Tides: not expected, then expected at awareness; not agreed',
    );
    expect(describeReach({ ...row, expectedBefore: 3, agreedBefore: 0, agreedAfter: 3, crossing: 'below-to-met', toReview: true }, scale)).toBe(
      'Tides: expected at practitioner; agreed below the first level, then agreed practitioner; then meets it; to be reviewed',
    );
    expect(describeReach({ ...row, expectedAfter: 2, crossing: null, isMoved: false }, scale)).toBe('Tides: expected at working; agreed working; stays as it is');
  });
});

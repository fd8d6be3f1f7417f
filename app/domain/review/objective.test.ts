import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#app/domain/assessment/add-days.ts';
import { findObjectiveProblem } from './find-objective-problem.ts';
import type { Objective } from './objective.ts';
import { objectiveStanding } from './objective-standing.ts';
import { objectivesOnDay } from './objectives-on-day.ts';

const plain: Objective = {
  id: 'a', skillId: 's', skillName: 'Testing', words: 'Lead a test', targetLevel: 3, dueOn: '2026-09-30', addedByName: 'Ada', addedOn: '2026-06-01',
  changedByName: null, changedOn: null, outcome: null, outcomeWords: null, endedByName: null, endedOn: null, revision: 1, isOwn: true,
};
const ended = { outcome: 'met', outcomeWords: 'Well done', endedByName: 'Ben', endedOn: '2026-08-01' } as const;

describe('how an objective stands', () => {
  it.each([
    ['is open up to its day', {}, '2026-09-30', 2, 'open'],
    ['is past its day on the next', {}, '2026-10-01', 2, 'overdue'],
    ['is reached once its level is agreed, late or not', {}, '2026-10-01', 3, 'reached'],
    ['is not reached where nothing is agreed', {}, '2026-09-01', null, 'open'],
    ['aims at no level, so none reaches it', { targetLevel: null }, '2026-09-01', 4, 'open'],
    ['stands as it ended, whatever the day and level', ended, '2027-01-01', 4, 'met'],
  ] as const)('%s', (_, change, day, agreedLevel, standing) => {
    expect(objectiveStanding({ ...plain, ...change }, { day, agreedLevel })).toBe(standing);
  });
});

describe('objectives on a day', () => {
  it('leave out what came later, and are open where they ended later', () => {
    expect(objectivesOnDay([plain], '2026-05-31')).toEqual([]);
    expect(objectivesOnDay([{ ...plain, ...ended }], '2026-07-31')).toEqual([plain]);
    expect(objectivesOnDay([{ ...plain, ...ended }], '2026-08-01')).toEqual([{ ...plain, ...ended }]);
  });

  it('stand open ones first by the day they are due, then ended ones, the latest first', () => {
    const late = { ...plain, id: 'late', dueOn: '2026-12-01' };
    const old = { ...plain, ...ended, id: 'old', endedOn: '2026-07-01' };
    const recent = { ...plain, ...ended, id: 'recent' };
    expect(objectivesOnDay([old, late, recent, plain], '2026-10-01').map(({ id }) => id)).toEqual(['a', 'late', 'recent', 'old']);
  });

  it('come in the same order whatever order they were read in, and none is lost that was there', () => {
    const day = fc.integer({ min: 0, max: 40 }).map((after) => addDays('2026-06-01', after));
    const one = fc.record({ addedOn: day, dueOn: day, endedOn: fc.option(day), skillName: fc.constantFrom('Testing', 'Change') });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), day, fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), (found, asOf, shuffle) => {
        const all = found.map((change, at): Objective => ({ ...plain, ...change, id: String(at), outcome: change.endedOn === null ? null : 'met', endedByName: change.endedOn === null ? null : 'Ben' }));
        const shuffled = all.map((value, at) => ({ value, at: shuffle[at]! })).sort((a, b) => a.at - b.at).map(({ value }) => value);
        const shown = objectivesOnDay(all, asOf);
        expect(objectivesOnDay(shuffled, asOf)).toEqual(shown);
        expect(shown).toHaveLength(all.filter(({ addedOn }) => addedOn <= asOf).length);
        expect(shown.every(({ endedOn }) => endedOn === null || endedOn <= asOf)).toBe(true);
      }),
    );
  });
});

describe('what is wrong with an objective', () => {
  const known = { today: '2026-06-01', highestLevel: 4, dueBefore: null };
  const problem = (typed: Partial<Objective>, change: Partial<Parameters<typeof findObjectiveProblem>[1]> = {}) => findObjectiveProblem({ ...plain, ...typed }, { ...known, ...change })?.field ?? null;

  it('is a level that the skill does not have, a day that is past and one far off', () => {
    expect(problem({})).toBeNull();
    expect(problem({ targetLevel: null })).toBeNull();
    expect(problem({ targetLevel: 4 })).toBeNull();
    expect(problem({ targetLevel: 5 })).toBe('targetLevel');
    expect(problem({ dueOn: '2026-06-01' })).toBeNull();
    expect(problem({ dueOn: '2026-05-31' })).toBe('dueOn');
    expect(problem({ dueOn: '2031-06-01' })).toBeNull();
    expect(problem({ dueOn: '2206-06-01' })).toBe('dueOn');
  });

  it('is no day that stood there before', () => {
    expect(problem({ dueOn: '2026-05-31' }, { dueBefore: '2026-05-31' })).toBeNull();
    expect(problem({ dueOn: '2026-05-30' }, { dueBefore: '2026-05-31' })).toBe('dueOn');
  });
});

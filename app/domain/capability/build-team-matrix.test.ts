import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTeamMatrix } from './build-team-matrix.ts';
import type { CellFacts } from './cell.ts';
import type { PersonFacts } from './person-facts.ts';

const skills = ['continuity', 'problem', 'change', 'budgets'].map((id) => ({ id, key: id, name: id }));
const options = { asOf: '2026-06-30', reviewPeriodDays: 365, teamOrder: ['desk', 'problem'] };

function cell(skillId: string, expectedLevel: number | null, agreedLevel?: number): CellFacts {
  const agreed = agreedLevel === undefined ? null : { level: agreedLevel, assessedOn: '2026-05-01' };
  return { skillId, expectedLevel, self: null, manager: null, agreed, levelUndefined: false, needsReview: false };
}

function person(id: string, changes: Partial<PersonFacts> = {}): PersonFacts {
  const role = { roleId: 'analyst', roleLevelId: 'analyst', roleName: 'Analyst', roleLevelName: 'Analyst' };
  return {
    id,
    name: id,
    teamId: 'desk',
    teamName: 'Desk',
    ...role,
    seniority: 1,
    leavesOn: null,
    cells: [],
    ...changes,
  };
}

describe('the order of a team matrix', () => {
  it('puts people by team as given, then the most senior first, then by name', () => {
    const people = [
      person('Zoe', { teamId: 'problem', seniority: 4 }),
      person('Ben'),
      person('Élodie', { seniority: 1 }),
      person('Farah'),
      person('Cal', { seniority: 3 }),
      person('Yan', { teamId: 'elsewhere', teamName: 'Elsewhere', seniority: 9 }),
    ];
    expect(buildTeamMatrix(people, skills, options).people.map(({ id }) => id)).toEqual([
      'Cal',
      'Ben',
      'Élodie',
      'Farah',
      'Zoe',
      'Yan',
    ]);
  });

  it('puts the skills expected of most people first, then by name, and leaves out what nobody is expected to hold', () => {
    const people = [
      person('Asha', { cells: [cell('problem', 2), cell('continuity', 2), cell('budgets', null, 3)] }),
      person('Ben', { cells: [cell('problem', 1), cell('change', 1)] }),
    ];
    expect(buildTeamMatrix(people, skills, options).skills.map(({ id }) => id)).toEqual([
      'problem',
      'change',
      'continuity',
    ]);
  });

  it('shows skills that were only assessed or only ruled when asked to', () => {
    const people = [person('Asha', { cells: [cell('problem', 2), cell('budgets', null, 3)] })];
    const ruled = { ...options, ruledSkillIds: ['continuity'] };
    expect(buildTeamMatrix(people, skills, ruled).skills.map(({ id }) => id)).toEqual(['problem']);
    const all = buildTeamMatrix(people, skills, { ...ruled, includeUnexpected: true });
    expect(all.skills.map(({ id }) => id)).toEqual(['problem', 'budgets', 'continuity']);
    expect(all.people[0]!.cells.map(({ state }) => state)).toEqual(['not-assessed', 'not-expected', 'not-expected']);
    expect(all.people[0]!.cells[1]!.agreedLevel).toBe(3);
  });

  it('is empty for nobody', () => {
    expect(buildTeamMatrix([], skills, options)).toEqual({ skills: [], people: [] });
  });

  it('does not depend on the order of people, skills or cells that come in, and gives everyone a cell per skill', () => {
    const anyPeople = fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        name: fc.constantFrom('Asha', 'asha', 'Ben', 'Élodie'),
        teamId: fc.constantFrom('desk', 'problem', 'other'),
        seniority: fc.integer({ min: 1, max: 3 }),
        cells: fc.subarray([cell('continuity', 2), cell('problem', 1, 1), cell('change', 3), cell('budgets', null, 2)]),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(anyPeople, (drawn) => {
        const people = drawn.map(({ id, ...changes }) => person(id, changes));
        const matrix = buildTeamMatrix(people, skills, options);
        const turned = people.map((one) => ({ ...one, cells: [...one.cells].reverse() })).reverse();
        expect(buildTeamMatrix(turned, [...skills].reverse(), options)).toEqual(matrix);
        for (const shown of matrix.people)
          expect(shown.cells.map((one) => one.skillId)).toEqual(matrix.skills.map(({ id }) => id));
      }),
    );
  });
});
